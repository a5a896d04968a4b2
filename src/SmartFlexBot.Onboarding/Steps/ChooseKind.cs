using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>What to connect, from the kinds that the account is eligible for. Naming a car or charge point answers it as well.</summary>
internal sealed class ChooseKind(JourneyTurn turn, Step.ChooseKind step) : IQuestion
{
    public string Id => "choose-kind";

    private IReadOnlyList<Choosable> Kinds => [.. step.Kinds
        .Select(kind => kind == DeviceKind.ChargePoint ? DeviceKind.ElectricVehicle : kind)
        .Distinct()
        .Select(kind => new Choosable(kind.ToString(), turn.Text($"kind.{kind}")))];

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return turn.AskAsync("option.retry");
        }

        var options = Choosable.Options(Kinds);
        foreach (var option in options)
        {
            option!["image"] = turn.Services.Address.Of($"/images/devices/{option["choice"]}.svg");
        }

        return turn.ShowAsync("device-kinds", turn.Text("kind.title"), new JsonObject
        {
            ["title"] = turn.Text("kind.title"),
            ["text"] = turn.Text("kind.text"),
            ["options"] = options,
        });
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (Choosable.Chosen(reply, Kinds) is { } chosen)
        {
            turn.Update(journey => journey with { Kind = Enum.Parse<DeviceKind>(chosen.Id) });
            return true;
        }

        var heard = await new DeviceListening(turn).HearAsync(reply, DeviceQuestion.Both, cancellationToken);
        if (heard != DeviceHearing.Used)
        {
            return false;
        }

        turn.Update(journey => journey with { Kind = DeviceKind.ElectricVehicle });
        return true;
    }
}

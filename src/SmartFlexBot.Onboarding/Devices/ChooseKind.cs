using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Devices;

/// <summary>What to connect, from the kinds that the account is eligible for.</summary>
internal sealed record ChooseKind(IReadOnlyList<DeviceKind> Kinds) : Step
{
    public override string StatusKey => "status.next.ChooseKind";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) =>
        new StepRun.Ask(
            new ChooseKindQuestion(turn.Voice, turn.Facts, DeviceListening.Of(turn), turn.Address, Kinds))
        { HearsFirstWords = true, HearsBesideQuestions = true };
}

/// <summary>Naming a car or charge point answers it as well.</summary>
internal sealed class ChooseKindQuestion(
    Voice voice, JourneyFacts facts, DeviceListening listening, PublicAddress address, IReadOnlyList<DeviceKind> eligible) : IQuestion
{
    public string Id => "choose-kind";

    private IReadOnlyList<Choosable> Kinds => [.. eligible
        .Select(kind => kind == DeviceKind.ChargePoint ? DeviceKind.ElectricVehicle : kind)
        .Distinct()
        .Select(kind => new Choosable(kind.ToString(), voice.Text($"kind.{kind}")))];

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return voice.AskAsync("option.retry");
        }

        var options = Choosable.Options(Kinds);
        foreach (var option in options)
        {
            // Teams shows no SVG.
            option!["image"] = address.Of($"/images/devices/{option["choice"]}.png");
        }

        return voice.ShowAsync("device-kinds", voice.Text("kind.title"), new JsonObject
        {
            ["title"] = voice.Text("kind.title"),
            ["text"] = voice.Text("kind.text"),
            ["options"] = options,
        });
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (Choosable.Chosen(reply, Kinds) is { } chosen)
        {
            facts.Update(journey => journey with { Kind = Enum.Parse<DeviceKind>(chosen.Id) });
            return true;
        }

        return await listening.HearAnyAsync(reply, cancellationToken);
    }
}

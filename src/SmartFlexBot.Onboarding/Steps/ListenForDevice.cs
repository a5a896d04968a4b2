using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>Nothing can be connected as it stands. The wish is noted, and a car or charge point named later is heard.</summary>
internal sealed class ListenForDevice(JourneyTurn turn, string textKey, (string Name, object? Value)[] values) : IQuestion
{
    public string Id => "listen-for-device";

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        turn.Record("journey.wish", $"{textKey}/{turn.Journey.Kind}", new JsonObject { ["journey"] = turn.Journey.Key, ["kind"] = turn.Journey.Kind?.ToString() });
        return turn.AskAsync(textKey, values);
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (await new DeviceListening(turn).HearAsync(reply, DeviceQuestion.Both, cancellationToken) != DeviceHearing.Used)
        {
            return false;
        }

        turn.Update(journey => journey with { Kind = DeviceKind.ElectricVehicle });
        return true;
    }
}

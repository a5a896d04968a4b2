using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Devices;

/// <summary>A kind that this bot cannot register: the supplier's own way is shown.</summary>
internal sealed record OtherKind(DeviceKind Kind) : Step
{
    public override string Key => $"OtherKind:{Kind}";

    public override string StatusKey => "status.next.OtherDevice";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Ask(new ListenForDevice(
        turn.Voice, new Wish(turn.Events, turn.Facts), DeviceListening.Of(turn), "kind.other",
        [("kind", turn.Voice.Text($"kind.{Kind}")), ("page", turn.Market.OtherDevicesPage)]));
}

/// <summary>Neither can be connected: no car and no charge point, or unknown brands only.</summary>
/// <param name="HasNone">The customer has neither: there is nothing that could be connected one day.</param>
internal sealed record NothingToConnect(bool HasNone) : Step
{
    public override string Key => $"NothingToConnect:{HasNone}";

    public override string StatusKey => "status.next.OtherDevice";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Ask(new ListenForDevice(
        turn.Voice, HasNone ? null : new Wish(turn.Events, turn.Facts), DeviceListening.Of(turn),
        HasNone ? "devices.none" : "devices.nothing", []));
}

/// <summary>
/// Nothing can be connected as it stands. The wish is noted, where there is one, and a car or charge point named later is heard.
/// </summary>
internal sealed class ListenForDevice(
    Voice voice, Wish? wish, DeviceListening listening, string textKey, (string Name, object? Value)[] values) : IQuestion
{
    public string Id => "listen-for-device";

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        wish?.Note(textKey);
        return voice.AskAsync(textKey, values);
    }

    public Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken) => listening.HearAnyAsync(reply, cancellationToken);
}

/// <summary>What customers would have liked to connect, for the supplier.</summary>
internal sealed class Wish(BusinessEvents events, JourneyFacts facts)
{
    public void Note(string why)
    {
        var kind = facts.Journey.Kind;
        events.Record("journey.wish", $"{why}/{kind}", new JsonObject { ["journey"] = facts.Journey.Key, ["kind"] = kind?.ToString() });
    }

    /// <summary>The customer would like to be told when it can be connected. Make and model as the market writes them.</summary>
    public void NoteDevice(DeviceKind kind, DeviceAnswer wanted) => events.Record(
        "journey.wish", $"tell-me/{kind}/{wanted.Make}/{wanted.Model}", new JsonObject
        {
            ["journey"] = facts.Journey.Key,
            ["kind"] = kind.ToString(),
            ["make"] = wanted.Make,
            ["model"] = wanted.Model,
            ["tellWhenPossible"] = true,
        });
}

using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>
/// A chat whose agents work in a hub. What happens there becomes the acts of an agent at the desk, in the hub's order; what happens here,
/// and the call of a hub, becomes a round that reads and tells.
/// </summary>
internal sealed class HubTalk(
    HubFacts hub, HandOverFacts handOvers, Conversation conversation, DeskActs acts, TimesUp times, Reminders reminders, Voice voice,
    MarketSettings market, DeskBoardView? board)
{
    /// <summary>What the hub called for while nobody listened, and what it does not call for, is seen as late.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private const string Look = "hub-look";

    /// <summary>An agent of whom the hub tells nothing.</summary>
    private const string Somebody = "hub";

    private int _acts;

    public static HubTalk Of(Turn turn) => new(
        turn.Hub, turn.HandOvers, turn.Conversation, DeskActs.Of(turn), TimesUp.Of(turn), turn.Reminders, turn.Voice,
        turn.Market, turn.Desk);

    /// <returns>Null when the outcome is not of a round.</returns>
    public static HubRoundResult? ResultIn(JsonObject? value)
    {
        try
        {
            var text = value.Word("kind") != HubRound.CommandKind ? null : value.Word("result") ?? value!["result"]?.ToJsonString();
            return text is null ? null : JsonSerializer.Deserialize(text, HubJson.Default.HubRoundResult);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The hub is asked, if it is still about this hand-over.</summary>
    public async Task HearAsync(HubCall call, CancellationToken cancellationToken)
    {
        if (handOvers.Open?.Id == call.HandOverId)
        {
            await hub.LoadAsync(call.HandOverId, cancellationToken);
            if (hub.Link is not null)
            {
                hub.Want();
            }
        }
    }

    /// <summary>What a client says of the agents that it brings in. It says it of its own conversation alone.</summary>
    public Task TakeStatusAsync(JsonObject? status, CancellationToken cancellationToken) =>
        board?.Handoff is not null && handOvers.Open is { } open && Handoff.NewsOf(status, open.ClaimedAt is not null) is { } news
            ? TakeAsync(news, cancellationToken)
            : Task.CompletedTask;

    public async Task TakeAsync(HubRoundResult result, CancellationToken cancellationToken)
    {
        await hub.LoadAsync(result.HandOverId, cancellationToken);
        if (hub.Link is null)
        {
            return;
        }

        // What was read when it was over has reached nobody: it is not taken, so that the last round tells agents so.
        var isUnheard = handOvers.Open?.Id != result.HandOverId && !result.Place.IsClosed;
        hub.Take(isUnheard ? result with { Place = result.Place with { Taken = hub.Link.Place.Taken } } : result);
        foreach (var news in result.News)
        {
            // One that has ended is nobody's business any more.
            if (handOvers.Open?.Id == result.HandOverId)
            {
                await TakeAsync(news, cancellationToken);
            }
        }
    }

    /// <summary>At the end of each turn: the hub learns of what was said and of the end, and is looked at again after a while.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (handOvers.IsNew && board?.Handoff is { } handoff)
        {
            await voice.TellClientAsync(handoff.Initiate(handOvers.Open!));
        }

        if ((handOvers.Open ?? handOvers.Ended) is { } handOver)
        {
            await hub.LoadAsync(handOver.Id, cancellationToken);
            var isNew = hub.Link is null;
            if (isNew && (board is not { HasHub: true, Handoff: null } || !handOver.IsOpen))
            {
                return;
            }

            hub.Begin(handOver);
            if (isNew || conversation.IsHeard || !handOver.IsOpen)
            {
                hub.Want();
            }

            if (isNew || conversation.EventName is DeskEvents.HubCalls or CommandResult.EventName || !handOver.IsOpen)
            {
                LookAgain(handOver);
            }
        }

        hub.Save();
    }

    private void LookAgain(HandOver handOver)
    {
        if (handOver.IsOpen)
        {
            reminders.Remind(Look, hub.LookAfter ?? LookEvery, DeskEvents.Of(new HubCall(handOver.Id)));
        }
        else
        {
            reminders.Cancel(Look);
        }
    }

    private async Task TakeAsync(HubNews news, CancellationToken cancellationToken)
    {
        switch (news.Kind)
        {
            case HubNewsKind.Accepted:
                await times.TakeAsync(new HubStatus(handOvers.Open!.Id, HandOverTrigger.Accepted));
                break;
            case HubNewsKind.Refused:
                await times.TakeAsync(new HubStatus(handOvers.Open!.Id, HandOverTrigger.Refused));
                break;
            case HubNewsKind.Taken:
                await ClaimAsync(news.By, cancellationToken);
                break;
            case HubNewsKind.Said:
                await SayAsync(news, cancellationToken);
                break;
            case HubNewsKind.LetGo when handOvers.Open!.Owner is not null:
                await ActAsync(news.By, new DeskAct.Transfer(To: null, Somebody), cancellationToken);
                break;
            case HubNewsKind.Ended:
                var outcome = handOvers.Open!.AnsweredAt is null ? HandOverOutcome.Other : HandOverOutcome.Solved;
                await ActAsync(news.By, new DeskAct.End(outcome), cancellationToken);
                break;
        }
    }

    /// <summary>In a hub whoever writes is with the customer.</summary>
    private async Task SayAsync(HubNews news, CancellationToken cancellationToken)
    {
        await ClaimAsync(news.By, cancellationToken);
        foreach (var part in news.Text.Chunk(DeskAct.LongestText).Select(part => new string(part)).Where(part => part.Trim().Length > 0))
        {
            await ActAsync(news.By, new DeskAct.Say(part), cancellationToken);
        }
    }

    private Task<DeskRefusal?> ClaimAsync(HandOverOwner? by, CancellationToken cancellationToken) =>
        ActAsync(by, new DeskAct.Claim(InAnotherLanguage: true, Somebody), cancellationToken);

    /// <summary>Who may do what is the hub's own affair: to us, each of its agents may do all.</summary>
    private Task<DeskRefusal?> ActAsync(HandOverOwner? by, DeskAct act, CancellationToken cancellationToken)
    {
        var who = by ?? handOvers.Open!.Owner ?? new HandOverOwner(Somebody, market.Supplier);
        var agent = new DeskAgent(who.Id, who.Name, [], IsSupervisor: true);
        return acts.CarryOutAsync(
            new DeskRequest(handOvers.Open!.Id, $"hub-{hub.Link?.Rounds}-{++_acts}", agent, act), cancellationToken);
    }
}

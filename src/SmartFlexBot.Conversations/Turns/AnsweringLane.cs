using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>
/// Lets activities into a conversation's lane whose senders wait for the answer: at once when the lane is free, else accepted and in
/// order. The grain's loop stays the only one that runs turns.
/// </summary>
internal sealed class AnsweringLane(
    ConversationKey conversation,
    TurnLane lane,
    WakeableLoop loop,
    AwaitedAnswers awaitedAnswers,
    ParsedActivities parsed,
    AnsweringLane.Services services)
{
    public async Task<StoredAnswer> AnswerAsync(Arrival arrival, ConversationOrigin opener)
    {
        (await lane.FindOriginAsync())?.RequireSame(opener);
        if (await FindAsync(arrival) is { } stored)
        {
            return stored;
        }

        var begun = services.Time.GetTimestamp();
        using var awaited = awaitedAnswers.Begin(arrival.ActivityId!);
        var answeredAtOnce = false;
        await loop.TryRunAsync(async () => answeredAtOnce = await lane.AnswerAtOnceAsync(arrival, opener));
        if (!answeredAtOnce)
        {
            await services.Acceptances.StoreAsync(conversation, arrival, opener);
            if (await FindAsync(arrival) is { } meanwhile)
            {
                return meanwhile;
            }

            parsed.Add(arrival.Parsed);
            _ = loop.WakeAsync();
        }

        var left = services.Options.Value.TurnTimeout - services.Time.GetElapsedTime(begun);
        var answer = await awaited.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, services.Time);
        return new(arrival.ActivityId!, [.. answer ?? []]);
    }

    private ValueTask<StoredAnswer?> FindAsync(Arrival arrival) => services.Store.FindAnswerAsync(conversation, arrival.DedupeKey);

    /// <summary>What every lane shares.</summary>
    internal sealed record Services(IInboxStore Store, Acceptances Acceptances, IOptions<ConversationsOptions> Options, TimeProvider Time);

    internal sealed class Factory(Services services)
    {
        public AnsweringLane For(
            ConversationKey conversation, TurnLane lane, WakeableLoop loop, AwaitedAnswers awaitedAnswers, ParsedActivities parsed) =>
            new(conversation, lane, loop, awaitedAnswers, parsed, services);
    }
}

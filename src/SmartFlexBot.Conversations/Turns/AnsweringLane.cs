using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Storage;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>
/// Lets activities into a conversation's lane whose senders wait for the answer: at once when the lane is free, else accepted and in
/// order. The grain's loop stays the only one that runs turns.
/// </summary>
internal sealed class AnsweringLane(
    ConversationKey conversation, TurnLane lane, WakeableLoop loop, AwaitedAnswers awaitedAnswers, AnsweringLane.Services services)
{
    public async Task<StoredAnswer> AnswerAsync(Arrival arrival, ConversationOrigin opener)
    {
        lane.Origin?.RequireSame(opener);
        if (Find(arrival) is { } stored)
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
            if (Find(arrival) is { } meanwhile)
            {
                return meanwhile;
            }

            _ = loop.WakeAsync();
        }

        var left = services.Options.Value.TurnTimeout - services.Time.GetElapsedTime(begun);
        var answer = await awaited.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, services.Time);
        return new(arrival.ActivityId!, [.. answer ?? []]);
    }

    private StoredAnswer? Find(Arrival arrival) =>
        services.Reader.Read(session => StoredAnswer.Find(session, conversation, arrival.DedupeKey));

    /// <summary>What every lane shares.</summary>
    internal sealed record Services(StoreReader Reader, Acceptances Acceptances, IOptions<ConversationsOptions> Options, TimeProvider Time);

    internal sealed class Factory(Services services)
    {
        public AnsweringLane For(ConversationKey conversation, TurnLane lane, WakeableLoop loop, AwaitedAnswers awaitedAnswers) =>
            new(conversation, lane, loop, awaitedAnswers, services);
    }
}

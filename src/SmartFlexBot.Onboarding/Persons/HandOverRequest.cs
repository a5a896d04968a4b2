using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>A hand-over as it begins: who asks, why, and where they stand.</summary>
internal sealed class HandOverRequest(
    Voice voice, Conversation conversation, HandOverFacts handOvers, ConversationOrigin origin, TimeProvider clock)
{
    private static readonly TimeSpan ReopenedWithin = TimeSpan.FromDays(7);

    /// <param name="words">The customer's own that lead to it; empty for none.</param>
    public async Task<HandOver> BeginAsync(HandOverReason reason, string words, CancellationToken cancellationToken)
    {
        if (origin.AccountNumber is { } account)
        {
            await handOvers.ReserveAsync(account, cancellationToken);
        }

        return Begin(reason, words);
    }

    private HandOver Begin(HandOverReason reason, string words)
    {
        var now = clock.GetUtcNow();
        var request = new HandOver
        {
            Id = Guid.NewGuid().ToString("N"),
            Conversation = conversation.Key,
            AccountNumber = origin.AccountNumber,
            PropertyId = conversation.Memory.PropertyId,
            CustomerName = origin.UserName,
            Locale = voice.Locale,
            Reason = reason,
            Words = SecretMask.Of(words),
            Step = conversation.Memory.At ?? "status.next.Question",
            RequestedAt = now,
            Since = now,
            HeardAt = now,
            IsReopened = handOvers.Mark is { LastEndedAt: { } ended } mark && mark.LastReason == reason && now - ended < ReopenedWithin,
        };
        handOvers.Begin(request);
        return request;
    }

    /// <summary>Nobody is there to take it: agents find it with the call that was promised.</summary>
    public HandOver Miss(HandOverReason reason)
    {
        var missed = Begin(reason, words: "");
        handOvers.Move(HandOverTrigger.Refused, why: HandOver.NobodyThere);
        return missed;
    }
}

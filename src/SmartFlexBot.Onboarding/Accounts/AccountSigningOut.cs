using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Accounts;

/// <summary>The conversation forgets the account, and the journey goes on with whoever signs in to it again, here or elsewhere.</summary>
internal sealed class AccountSigningOut(
    Voice voice, Conversation conversation, JourneyFacts facts, ConversationAccount account, ConversationOrigin origin, TimeProvider clock)
{
    public static AccountSigningOut Of(Turn turn) =>
        new(turn.Voice, turn.Conversation, turn.Facts, turn.Account, turn.Origin, turn.Clock);

    /// <summary>The supplier's page has signed in, and the chat cannot sign out of it.</summary>
    public bool IsElsewhere => origin.SignedInUntil is null;

    /// <summary>An answer of Kraken's to what was sent for this account comes into this conversation, and must find it.</summary>
    public bool MustWait => facts is { IsKnown: true, Journey.Pending: not null };

    /// <summary>They have to sign in again before anything more is said of the account.</summary>
    public bool IsDue => origin.SignedInUntil <= clock.GetUtcNow() && !MustWait;

    public Task SignOutAsync(string textKey)
    {
        if (facts.IsKnown)
        {
            // News is told where it can be.
            facts.Update(journey => journey.TellIn == conversation.Key ? journey with { TellIn = null } : journey);
        }

        account.SignOut();
        return voice.SayAsync(textKey);
    }
}

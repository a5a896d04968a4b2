using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.SignIn;

/// <summary>
/// A stranger got a link of the chat. The question that stands is asked anew, with another link, when the customer writes.
/// </summary>
internal sealed class LinkRefused(Voice voice, Conversation conversation, Links links)
{
    public static LinkRefused Of(Turn turn) => new(turn.Voice, turn.Conversation, turn.Links);

    public async Task TakeAsync(string? ticket, CancellationToken cancellationToken)
    {
        if (await links.EndAsync(ticket, TicketEnd.Refused, cancellationToken))
        {
            conversation.Remember(memory => memory with { IsOpen = false, Told = null });
            await voice.SayAsync("link.refused");
        }
    }
}

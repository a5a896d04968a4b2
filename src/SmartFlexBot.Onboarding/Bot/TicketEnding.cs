using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Journeys;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>A ticket ends once, in the turn that hears of it: what comes with it afterwards counts for nothing.</summary>
internal sealed class TicketEnding(JourneyTurn turn)
{
    /// <summary>The ticket that this turn's event names has done its work.</summary>
    /// <returns>False when it had ended before. What names no ticket, such as a pasted address, is always taken.</returns>
    public Task<bool> UseAsync(CancellationToken cancellationToken) => EndAsync(TicketEnd.Used, cancellationToken);

    /// <summary>
    /// Tells the chat that a stranger got its link. The question that stands is asked anew, with another link, when the customer writes.
    /// </summary>
    public async Task RefuseAsync(CancellationToken cancellationToken)
    {
        if (await EndAsync(TicketEnd.Refused, cancellationToken))
        {
            turn.Remember(memory => memory with { IsOpen = false, Told = null });
            await turn.SayAsync("link.refused");
        }
    }

    private async Task<bool> EndAsync(TicketEnd end, CancellationToken cancellationToken)
    {
        if (Key is not { } key || await turn.Context.Effects.FindRecordAsync(Ticket.RecordKind, key, cancellationToken) is not { } record)
        {
            return true;
        }

        if (Ticket.Read(record) is not { End: null } ticket)
        {
            return false;
        }

        turn.Context.Effects.SaveRecord(new RecordWrite(
            Ticket.RecordKind, key, (ticket with { End = end }).Write(), record.Version, Encrypted: true, turn.Now + Ticket.Lifetime));
        return true;
    }

    private string? Key =>
        (turn.Activity.Value as JsonObject)?["ticket"] is JsonValue value && value.TryGetValue(out string? key) ? key : null;
}

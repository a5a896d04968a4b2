using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Web.SignIn;

/// <summary>Tickets by the code in a link, and what a browser is told of one.</summary>
internal sealed class OpenTickets(IRecordReader records)
{
    /// <returns>Null for a code that was never given out, or that is too old. The ticket may have ended.</returns>
    public async Task<Ticket?> FindAsync(string? code, CancellationToken cancellationToken) =>
        code is { Length: > 0 } && await records.FindAsync(Ticket.RecordKind, Ticket.KeyOf(code), cancellationToken) is { } record
            ? Ticket.Read(record)
            : null;
}

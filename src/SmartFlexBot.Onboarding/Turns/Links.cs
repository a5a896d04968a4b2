using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>
/// Addresses of this host that nobody can guess: what they lead to is kept as a record, and the chat has the address alone.
/// </summary>
internal sealed class Links(
    ITurnEffects effects, PublicAddress address, Conversation conversation, JourneyFacts facts, Voice voice, TimeProvider clock)
{
    /// <summary>A link that leads through this host, so that the address behind it is never in the chat.</summary>
    public (string Url, string Code) To(TicketPurpose purpose, Uri uri, string stepId)
    {
        var device = facts.Journey.ChosenDevice is { IsDevice: true } chosen ? chosen.DisplayName : null;
        var ticket = new Ticket(purpose, conversation.Key, uri.AbsoluteUri, stepId, voice.Locale, device, conversation.Memory.Home,
            Journey: facts.Journey.Key);
        var code = Keep(Ticket.RecordKind, ticket.Write(), clock.GetUtcNow() + Ticket.Lifetime);
        return (address.Of($"/auth/start/{code}"), code);
    }

    /// <summary>A ticket ends once, in the turn that hears of it: what comes with it afterwards counts for nothing.</summary>
    /// <param name="key">
    /// The ticket's record key; null for what came without a ticket, such as a pasted address: that is always taken.
    /// </param>
    /// <returns>False when it had ended before, or is another journey's.</returns>
    public async Task<bool> EndAsync(string? key, TicketEnd end, CancellationToken cancellationToken)
    {
        // One that is gone has lived out its day since it came in.
        if (key is null || await effects.FindRecordAsync(Ticket.RecordKind, key, cancellationToken) is not { } record)
        {
            return true;
        }

        if (Ticket.Read(record) is not { End: null } ticket || ticket.Journey is { } journey && journey != facts.Journey.Key)
        {
            return false;
        }

        var ended = (ticket with { End = end }).Write();
        effects.SaveRecord(new RecordWrite(
            Ticket.RecordKind, key, ended, record.Version, ExpiresAt: clock.GetUtcNow() + Ticket.Lifetime));
        return true;
    }

    /// <summary>The picture that leads a second device to the same place.</summary>
    public string QrCodeOf(string code) => address.Of($"/auth/qr/{code}.png");

    /// <summary>A file with the content as it is now.</summary>
    /// <param name="isEvidence">It is kept apart, for its own time.</param>
    public string ToFile(
        string recordKind, string json, string folder, string extension, DateTimeOffset? expiresAt, bool isEvidence = false) =>
        address.Of($"/tariff/{folder}/{Keep(recordKind, json, expiresAt, isEvidence)}.{extension}");

    private string Keep(string recordKind, string json, DateTimeOffset? expiresAt, bool isEvidence = false)
    {
        var code = Ticket.NewCode();
        effects.SaveRecord(new RecordWrite(recordKind, Ticket.KeyOf(code), json, ExpectedVersion: 0, isEvidence, expiresAt));
        return code;
    }
}

using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>
/// Addresses of this host that nobody can guess: what they lead to is kept as a record, and the chat has the address alone.
/// </summary>
internal sealed class Links(ITurnEffects effects, PublicAddress address, Conversation conversation, Voice voice, TimeProvider clock)
{
    /// <summary>A link that leads through this host, so that the address behind it is never in the chat.</summary>
    public (string Url, string Code) To(TicketPurpose purpose, Uri uri, string stepId)
    {
        var ticket = new Ticket(purpose, conversation.Key, uri.AbsoluteUri, stepId, voice.Locale);
        var code = Keep(Ticket.RecordKind, ticket.Write(), clock.GetUtcNow() + Ticket.Lifetime);
        return (address.Of($"/auth/start/{code}"), code);
    }

    /// <summary>The picture that leads a second device to the same place.</summary>
    public string QrCodeOf(string code) => address.Of($"/auth/qr/{code}.png");

    /// <summary>A file with the content as it is now.</summary>
    public string ToFile(string recordKind, string json, string folder, string extension, DateTimeOffset? expiresAt) =>
        address.Of($"/tariff/{folder}/{Keep(recordKind, json, expiresAt)}.{extension}");

    private string Keep(string recordKind, string json, DateTimeOffset? expiresAt)
    {
        var code = Ticket.NewCode();
        effects.SaveRecord(new RecordWrite(recordKind, Ticket.KeyOf(code), json, ExpectedVersion: 0, Encrypted: true, expiresAt));
        return code;
    }
}

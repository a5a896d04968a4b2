using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>
/// What a link in the chat leads to. The address itself (it may hold state that must not be seen) stays in the store; the link has
/// only a random ticket, and the store only the ticket's hash.
/// </summary>
/// <param name="Conversation">Where what happens at the link is told.</param>
/// <param name="Uri">Where the browser is sent.</param>
/// <param name="StepId">The wizard step that the link belongs to.</param>
/// <param name="Locale">The language the customer is spoken to in.</param>
/// <param name="Device">The device as the customer knows it; null when it has no name.</param>
/// <param name="Home">The home, masked, for who opens the link may be a stranger; null when it has no address.</param>
/// <param name="End">How the ticket ended; null while it can be used.</param>
/// <param name="Journey">The key of the journey that it is for: its conversation may act for another account when it is used.</param>
public sealed record Ticket(
    TicketPurpose Purpose, string Conversation, string Uri, string StepId, string Locale,
    string? Device = null, string? Home = null, TicketEnd? End = null, string? Journey = null)
{
    public const string RecordKind = "ticket";

    /// <summary>Long enough to fetch a phone, a password, a partner.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(24);

    /// <summary>128 random bits, safe in a path.</summary>
    public static string NewCode() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The record key of a ticket code.</summary>
    public static string KeyOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    public string Write() => JsonSerializer.Serialize(this, TicketJson.Default.Ticket);

    /// <returns>The ticket, or null when the record is not one.</returns>
    public static Ticket? Read(StoredRecord record) => JsonSerializer.Deserialize(record.Json, TicketJson.Default.Ticket);
}

public enum TicketPurpose
{
    SignIn,
    VirtualKey,
    ActElsewhere,
}

public enum TicketEnd
{
    /// <summary>The browser came back from the maker's sign-in with it.</summary>
    Used,

    /// <summary>Who opened the link had not asked for it.</summary>
    Refused,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Ticket))]
internal sealed partial class TicketJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Accounts;

/// <summary>
/// A link of the chat with which its customer signs in to their account. The link has a random code, the store only its hash
/// (<see cref="Ticket.KeyOf"/>), and it serves once.
/// </summary>
/// <param name="Conversation">The only one that what is proved with it counts in.</param>
/// <param name="UserId">The channel's id of whom it was given to.</param>
/// <param name="Locale">The language the customer is spoken to in.</param>
public sealed record AccountTicket(string Conversation, string UserId, string Locale, bool IsUsed = false)
{
    public const string RecordKind = "account-ticket";

    /// <summary>Long enough to find a password.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(15);

    public static string PathOf(string code) => $"/account/sign-in/{code}";

    public string Write() => JsonSerializer.Serialize(this, AccountJson.Default.AccountTicket);

    /// <returns>The ticket, or null when the record is not one.</returns>
    public static AccountTicket? Read(StoredRecord record) => JsonSerializer.Deserialize(record.Json, AccountJson.Default.AccountTicket);
}

/// <summary>What the supplier's provider has vouched for, on its way into the chat: encrypted, and erased when it is heard.</summary>
/// <param name="Ticket">Its record key.</param>
/// <param name="Numbers">The customer's accounts.</param>
/// <param name="Code">
/// What whoever signed in was shown, and has to type in the chat; null when they did so in the chat's own browser.
/// </param>
public sealed record ProvedAccounts(string Ticket, IReadOnlyList<string> Numbers, string? Code)
{
    public string Write() => JsonSerializer.Serialize(this, AccountJson.Default.ProvedAccounts);

    public static ProvedAccounts? Read(string? value) =>
        value is null ? null : JsonSerializer.Deserialize(value, AccountJson.Default.ProvedAccounts);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AccountTicket))]
[JsonSerializable(typeof(ProvedAccounts))]
internal sealed partial class AccountJson : JsonSerializerContext;

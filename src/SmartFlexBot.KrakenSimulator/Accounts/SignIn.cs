using System.Security.Cryptography;

namespace SmartFlexBot.KrakenSimulator.Accounts;

/// <summary>One sign-in with a maker, from the link to the code that buys the access.</summary>
/// <param name="State">The OAuth state: unguessable, and the key of this sign-in.</param>
/// <param name="Provider">A ProviderChoices value.</param>
/// <param name="CreatedAt">Real time: links do not follow the simulated clock.</param>
/// <param name="AllowedAt">Simulated time of the customer's yes.</param>
/// <param name="IsDenied">The customer or the maker said no; a new sign-in is needed.</param>
/// <param name="IsUsed">A code works once.</param>
internal sealed record SignIn(
    string State,
    string Provider,
    DateTimeOffset CreatedAt,
    string? Code = null,
    DateTimeOffset? AllowedAt = null,
    bool IsDenied = false,
    bool IsUsed = false)
{
    public static SignIn New(string provider, DateTimeOffset now) => new(NewSecret(), provider, now);

    /// <param name="life">Real time.</param>
    public bool IsExpiredAt(DateTimeOffset now, TimeSpan life) => Code is null && now - CreatedAt > life;

    /// <summary>128 random bits, safe in an address.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

using System.Text.Json;
using SmartFlexBot.Kraken.Answers;

namespace SmartFlexBot.Kraken.Client;

/// <summary>A token and how long it lasts.</summary>
internal sealed record KrakenToken(string Value, DateTimeOffset ExpiresAt, string? RefreshToken, DateTimeOffset? RefreshExpiresAt)
{
    // In GB; for a tenant whose payload tells nothing.
    private static readonly TimeSpan UsualLife = TimeSpan.FromMinutes(60);

    public bool RefreshIsUsable(DateTimeOffset now) => RefreshToken is not null && (RefreshExpiresAt is null || now < RefreshExpiresAt);

    public static KrakenToken From(ObtainedToken answer, DateTimeOffset now) => new(
        answer.Token!,
        now + Life(answer.Payload, now),
        answer.RefreshToken,
        // A Unix time in spite of its name.
        answer.RefreshExpiresIn is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null);

    /// <summary>From issue to expiry where the token tells both, so that a clock that differs from Kraken's does no harm.</summary>
    private static TimeSpan Life(JsonElement payload, DateTimeOffset now) =>
        Seconds(payload, "exp") is not { } expires ? UsualLife
        : Seconds(payload, "iat") is { } issued ? TimeSpan.FromSeconds(expires - issued)
        : DateTimeOffset.FromUnixTimeSeconds(expires) - now;

    private static long? Seconds(JsonElement payload, string name) =>
        payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds)
            ? seconds
            : null;

    /// <summary>Without the token: a record's own text would hold it.</summary>
    public override string ToString() => $"a token until {ExpiresAt:O}";
}

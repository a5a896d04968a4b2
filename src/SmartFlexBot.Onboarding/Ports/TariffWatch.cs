using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartFlexBot.Onboarding.Ports;

/// <summary>
/// The payload of a "tariff" watch: which switch to look at. Its states are <see cref="TariffSwitch"/>es, or nothing while Kraken shows
/// none.
/// </summary>
public sealed record TariffWatch(TariffScope Scope, string ProductCode)
{
    /// <summary>The kind of watch that this is the payload of.</summary>
    public const string Kind = "tariff";

    /// <exception cref="JsonException">Not a payload.</exception>
    public static TariffWatch Read(string json) =>
        JsonSerializer.Deserialize(json, TariffWatchJson.Default.TariffWatch) is { Scope: not null, ProductCode: not null } watch
            ? watch
            : throw new JsonException("A payload names its scope and product.");

    public string Write() => JsonSerializer.Serialize(this, TariffWatchJson.Default.TariffWatch);

    /// <exception cref="JsonException">Not a switch.</exception>
    public static TariffSwitch? ReadState(string json) => JsonSerializer.Deserialize(json, TariffWatchJson.Default.TariffSwitch);

    public static string WriteState(TariffSwitch? state) => JsonSerializer.Serialize(state, TariffWatchJson.Default.TariffSwitch!);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TariffWatch))]
[JsonSerializable(typeof(TariffSwitch))]
internal sealed partial class TariffWatchJson : JsonSerializerContext;

using System.Text.Json.Serialization;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Clock;
using SmartFlexBot.KrakenSimulator.Faults;
using SmartFlexBot.KrakenSimulator.Tariffs;
using SmartFlexBot.KrakenSimulator.Tokens;

namespace SmartFlexBot.KrakenSimulator.Storage;

/// <summary>The documents in the file.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(ClockReading))]
[JsonSerializable(typeof(FaultBook))]
[JsonSerializable(typeof(SigningKey))]
[JsonSerializable(typeof(TariffProduct))]
[JsonSerializable(typeof(TokenClaims))]
internal sealed partial class SimulatorJson : JsonSerializerContext;

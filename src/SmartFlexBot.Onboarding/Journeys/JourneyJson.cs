using System.Text.Json.Serialization;

namespace SmartFlexBot.Onboarding.Journeys;

/// <summary>Journeys as stored JSON. Names are the contract with every later version: they are never reused for another meaning.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Journey))]
internal sealed partial class JourneyJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace SmartFlexBot.KrakenSimulator.Tariffs;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<TariffProduct>))]
internal sealed partial class ProductJson : JsonSerializerContext;

using System.Text.Json.Serialization;
using SmartFlexBot.KrakenSimulator.Tariffs;

namespace SmartFlexBot.KrakenSimulator.Control;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<TariffProduct>))]
internal sealed partial class ProductJson : JsonSerializerContext;

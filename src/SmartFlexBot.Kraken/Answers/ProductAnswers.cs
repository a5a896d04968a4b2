using System.Text.Json.Serialization;

namespace SmartFlexBot.Kraken.Answers;

/// <summary>GET products/{code}/ of the public REST.</summary>
/// <param name="SingleRegisterElectricityTariffs">By region ("_A"), then by way of paying ("direct_debit_monthly").</param>
internal sealed record ProductData(
    string? DisplayName,
    bool? IsVariable,
    int? Term,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, ProductTariffData?>?>? SingleRegisterElectricityTariffs);

internal sealed record ProductTariffData(
    string? Code, [property: JsonConverter(typeof(LenientDecimal))] decimal? ExitFeesIncVat, string? ExitFeesType);

/// <summary>One page of standard-unit-rates or standing-charges.</summary>
internal sealed record RatesPage(string? Next, IReadOnlyList<RateData?>? Results);

internal sealed record RateData(
    [property: JsonConverter(typeof(LenientDecimal))] decimal? ValueIncVat, string? ValidFrom, string? ValidTo, string? PaymentMethod);

/// <summary>The public REST's answers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ProductData))]
[JsonSerializable(typeof(RatesPage))]
internal sealed partial class ProductsJson : JsonSerializerContext;

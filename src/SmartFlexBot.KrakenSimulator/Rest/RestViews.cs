using System.Text.Json.Serialization;

namespace SmartFlexBot.KrakenSimulator.Rest;

internal sealed record RestPage<T>(int Count, string? Next, string? Previous, IReadOnlyList<T> Results);

internal sealed record RestDetail(string Detail);

internal sealed record RestProductEntry(
    string Code, string Direction, string FullName, string DisplayName, string Description, bool IsVariable, bool IsGreen, bool IsTracker,
    bool IsPrepay, bool IsBusiness, bool IsRestricted, int? Term, DateTimeOffset AvailableFrom, DateTimeOffset? AvailableTo, string Brand);

internal sealed record RestProduct(
    string Code, string FullName, string DisplayName, string Description, bool IsVariable, bool IsGreen, bool IsTracker, bool IsPrepay,
    bool IsBusiness, bool IsRestricted, int? Term, DateTimeOffset AvailableFrom, DateTimeOffset? AvailableTo, string Brand,
    IReadOnlyDictionary<string, Dictionary<string, RestTariff>> SingleRegisterElectricityTariffs,
    IReadOnlyDictionary<string, Dictionary<string, RestTariff>> DualRegisterElectricityTariffs);

internal sealed record RestTariff(
    string Code, decimal? StandingChargeExcVat, decimal? StandingChargeIncVat, decimal? ExitFeesExcVat, decimal? ExitFeesIncVat,
    string? ExitFeesType);

internal sealed record RestRate(
    decimal? ValueExcVat, decimal? ValueIncVat, DateTimeOffset ValidFrom, DateTimeOffset? ValidTo, string? PaymentMethod);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RestPage<RestProductEntry>), TypeInfoPropertyName = "ProductPage")]
[JsonSerializable(typeof(RestPage<RestRate>), TypeInfoPropertyName = "RatePage")]
[JsonSerializable(typeof(RestProduct))]
[JsonSerializable(typeof(RestDetail))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>), TypeInfoPropertyName = "FieldErrors")]
internal sealed partial class RestJson : JsonSerializerContext;

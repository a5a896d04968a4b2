using System.Text.Json.Serialization;

namespace SmartFlexBot.Kraken.Answers;

internal sealed record TariffAccountAnswer(TariffAccountData? Account);

internal sealed record TariffAccountData(IReadOnlyList<TariffPropertyData?>? Properties);

internal sealed record TariffPropertyData(string? Id, IReadOnlyList<MeterPointData?>? ElectricityMeterPoints);

internal sealed record MeterPointData(string? Mpan, TariffProgressData? SmartTariffOnboarding, IReadOnlyList<AgreementData?>? Agreements);

/// <summary>Of the journey that is now under way on a meter point: it does not tell the product.</summary>
internal sealed record TariffProgressData(string? LatestStatus, string? LatestTermsStatus);

internal sealed record AgreementData(string? Id, string? ValidFrom, string? ValidTo, AgreementTariffData? Tariff);

internal sealed record AgreementTariffData(
    string? DisplayName,
    string? FullName,
    string? ProductCode,
    string? TariffCode,
    [property: JsonConverter(typeof(LenientDecimal))] decimal? StandingCharge);

internal sealed record TariffProductAnswer(EnergyProductData? Product, IReadOnlyList<TermsData?>? Terms);

internal sealed record EnergyProductData(
    string? Code,
    string? DisplayName,
    string? FullName,
    bool? IsAvailable,
    string? AvailableFrom,
    string? AvailableTo,
    bool? IsFixed,
    bool? IsVariable,
    int? Term);

internal sealed record TermsData(string? Name, string? Version, string? PdfUrl, string? EffectiveFrom);

internal sealed record SwitchDatesAnswer(IReadOnlyList<string?>? Dates);

internal sealed record EnrolmentAnswer(EnrolmentData? Enrolment);

internal sealed record EnrolmentStartAnswer(EnrolmentStartData? Result);

internal sealed record EnrolmentStartData(EnrolmentData? ProductEnrolment);

internal sealed record EnrolmentData(string? Id, string? Status, EnergyProductData? Product, MeterPointData? ElectricityMeterPoint);

internal sealed record AcceptedTermsAnswer(AcceptedTermsData? Result);

internal sealed record AcceptedTermsData(string? AcceptedVersion);

internal sealed record ProductSwitchAnswer(ProductSwitchData? Result);

internal sealed record ProductSwitchData(string? ProductCode, string? SwitchDate);

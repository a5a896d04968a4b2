namespace SmartFlexBot.Onboarding.Ports;

/// <summary>A figure that a customer may be shown. There is none without its origin.</summary>
/// <param name="Amount">Exactly as the origin has it.</param>
/// <param name="Currency">ISO 4217, such as GBP; empty when the origin names none (then it is not shown).</param>
/// <param name="IsMinor">True when the amount is in hundredths of the currency (pence, cents).</param>
/// <param name="VatIncluded">Null when the origin does not tell.</param>
public sealed record Figure(decimal Amount, string Currency, bool IsMinor, FigurePer Per, bool? VatIncluded, FigureOrigin Origin);

public enum FigurePer
{
    KilowattHour,
    Day,
    Month,

    /// <summary>A sum, such as an exit fee.</summary>
    Once,
}

/// <summary>Where a figure comes from.</summary>
/// <param name="Name">The API field, such as "standard-unit-rates.value_inc_vat"; or the market rule's source.</param>
/// <param name="At">When the field was read; or the day of the source.</param>
/// <param name="IsExample">A market rule that is made up for show.</param>
public sealed record FigureOrigin(OriginKind Kind, string Name, DateTimeOffset At, bool IsExample = false)
{
    public static FigureOrigin ApiField(string field, DateTimeOffset readAt) => new(OriginKind.ApiField, field, readAt);
}

public enum OriginKind
{
    ApiField,
    MarketRule,
}

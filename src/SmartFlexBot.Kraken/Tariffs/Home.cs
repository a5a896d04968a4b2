using System.Globalization;
using SmartFlexBot.Kraken.Answers;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>The meter point of a home whose tariff is switched, with its agreements.</summary>
internal sealed record Home(string? Mpan, IReadOnlyList<Agreement> Agreements)
{
    /// <summary>The agreement of this moment; of several the one that began last.</summary>
    public Agreement? Present(DateTimeOffset now) =>
        Agreements.Where(agreement => agreement.IsPresent(now)).OrderByDescending(agreement => agreement.From).FirstOrDefault();

    /// <returns>Null when the account has no such home, or it has no electricity.</returns>
    public static Home? Find(TariffAccountData account, int propertyId, DateTimeOffset now)
    {
        var id = propertyId.ToString(CultureInfo.InvariantCulture);
        var homes = (account.Properties ?? [])
            .Where(property => property?.Id == id)
            .SelectMany(property => property!.ElectricityMeterPoints ?? [])
            .OfType<MeterPointData>()
            .Select(From)
            .ToList();
        // One without an agreement is not supplied by this supplier.
        return homes.FirstOrDefault(home => home.Present(now) is not null) ?? homes.FirstOrDefault();
    }

    private static Home From(MeterPointData meterPoint) =>
        new(meterPoint.Mpan, [.. (meterPoint.Agreements ?? []).OfType<AgreementData>().Select(Agreement.Read)]);
}

/// <param name="Id">What availableProductSwitchDates wants.</param>
/// <param name="From">Null: from of old.</param>
/// <param name="To">Exclusive. Null: open.</param>
internal sealed record Agreement(int? Id, DateTimeOffset? From, DateTimeOffset? To, AgreementTariffData? Tariff)
{
    public static Agreement Read(AgreementData data) => new(
        int.TryParse(data.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
        MarketDays.Moment(data.ValidFrom),
        MarketDays.Moment(data.ValidTo),
        data.Tariff);

    public bool IsPresent(DateTimeOffset now) => !IsFuture(now) && (To is null || To > now);

    public bool IsFuture(DateTimeOffset now) => From > now;

    public bool IsOf(string productCode) => Tariff?.ProductCode == productCode;
}

using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>
/// What a month would cost, from what customers know: how far they drive, or what they pay now. When the electricity is used is not
/// known, so it is a range, from all of it in the cheapest hours to all in the dearest. Pure.
/// </summary>
/// <param name="KilowattHours">A month.</param>
/// <param name="Least">In whole units of the currency.</param>
public sealed record MonthlyEstimate(decimal KilowattHours, decimal Least, decimal Most)
{
    /// <summary>A month has this many days here; the sum says so.</summary>
    public const int Days = 30;

    /// <summary>More than anybody drives in a month, or pays for one.</summary>
    public const decimal MostAMonth = 20_000;

    /// <summary>Charging alone: the standing charge is paid whether or not anybody drives.</summary>
    /// <param name="distance">A month, in the market's unit.</param>
    /// <param name="perHundred">kWh that a car uses for 100 of them.</param>
    public static MonthlyEstimate OfDriving(decimal distance, decimal perHundred, IReadOnlyList<PriceWindow> windows) =>
        At(distance * perHundred / 100, windows, standingCharge: 0);

    /// <summary>What the home uses now, at other prices; null where it cannot be told from a bill.</summary>
    /// <param name="bill">A month's, in whole units of the currency.</param>
    /// <param name="now">The prices of the present tariff: with more than one, a bill does not tell how much was used.</param>
    public static MonthlyEstimate? OfBill(
        decimal bill, IReadOnlyList<PriceWindow> now, Figure? nowStanding, IReadOnlyList<PriceWindow> offered, Figure? offeredStanding)
    {
        if (now is not [{ Price: { } price }] || Whole(price) <= 0 || nowStanding is null || offeredStanding is null)
        {
            return null;
        }

        var used = (bill - AMonth(nowStanding)) / Whole(price);
        return used >= 0 ? At(used, offered, AMonth(offeredStanding)) : null;
    }

    private static MonthlyEstimate At(decimal kilowattHours, IReadOnlyList<PriceWindow> windows, decimal standingCharge) => new(
        kilowattHours,
        kilowattHours * windows.Min(window => Whole(window.Price)) + standingCharge,
        kilowattHours * windows.Max(window => Whole(window.Price)) + standingCharge);

    private static decimal AMonth(Figure standingCharge) => Whole(standingCharge) * (standingCharge.Per == FigurePer.Day ? Days : 1);

    private static decimal Whole(Figure figure) => figure.IsMinor ? figure.Amount / 100 : figure.Amount;
}

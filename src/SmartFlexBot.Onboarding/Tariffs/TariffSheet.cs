using System.Globalization;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>
/// Everything to be known before anyone agrees to a tariff, row by row: what the card shows and what the durable copy keeps.
/// </summary>
/// <param name="Rows">The tariff now beside the one offered.</param>
/// <param name="Rules">What goes with the offered one.</param>
internal sealed record TariffSheet(IReadOnlyList<TariffRow> Rows, IReadOnlyList<TariffRuleRow> Rules)
{
    public static TariffSheet Of(Tariff offered, Tariff? now, MarketSettings market, Voice voice)
    {
        var rules = market.Tariff!;
        var (say, zone) = (new TariffTexts(voice), voice.Zone);
        var known = TariffCheck.Usable(now, zone);
        TariffRow Row(string key, Func<Tariff, string> value, params FigureOrigin?[] origins) => new(
            voice.Text(key), known is null ? say.NotTold : value(known), value(offered), [.. origins.OfType<FigureOrigin>().Distinct()]);

        List<TariffRow> rows =
        [
            Row("tariff.row.name", tariff => tariff.Name),
            new(voice.Text("tariff.row.supplier"), null, market.Supplier, []),
            Row("tariff.row.prices", tariff => say.Windows(PriceWindows.Of(tariff.Prices, zone)), offered.Prices.Pieces[0].Price.Origin,
                known?.Prices.Pieces[0].Price.Origin),
            Row("tariff.row.standing", tariff => say.MoneyOrMissing(tariff.StandingCharge), offered.StandingCharge?.Origin,
                known?.StandingCharge?.Origin),
            Row("tariff.row.vat", say.Vat),
            Row("tariff.row.type", say.PriceType),
            Row("tariff.row.exit-fee", say.ExitFee, offered.ExitFee?.Origin, known?.ExitFee?.Origin),
            .. rules.Payment is { } payment
                ? [new(voice.Text("tariff.row.payment"), null, voice.Text(payment.Value), [payment.Origin])]
                : Array.Empty<TariffRow>(),
            new(voice.Text("tariff.row.start"), null, say.Day(offered.StartsOn), []),
            .. say.End(offered) is { } end ? [new(voice.Text("tariff.row.end"), null, end, [])] : Array.Empty<TariffRow>(),
            new(voice.Text("tariff.row.terms"), null,
                voice.Text("tariff.terms", ("name", offered.Terms!.Name), ("version", offered.Terms.Version)), []),
        ];
        return new(rows, [.. Kept(rules, voice)]);
    }

    private static IEnumerable<TariffRuleRow> Kept(TariffSettings rules, Voice voice)
    {
        // A rule's value is a number that goes into a text, or names the text itself.
        (string Key, TariffRule? Rule, string? Text)[] kept =
        [
            ("meter", rules.SmartMeter, $"tariff.meter.{rules.SmartMeter?.Value}"), ("cap", rules.CapHours, "tariff.cap"),
            ("beyond-cap", rules.BeyondCap, null),
            ("reward", rules.Reward, null), ("export", rules.Export, null), ("deadline", rules.DeadlineDays, "tariff.deadline"),
            ("lock-out", rules.LockOutDays, "tariff.lock-out"), ("cooling-off", rules.CoolingOffDays, "tariff.cooling-off"),
        ];
        foreach (var (key, rule, textKey) in kept)
        {
            if (rule is not null)
            {
                object value = int.TryParse(rule.Value, CultureInfo.InvariantCulture, out var number) ? number : rule.Value;
                yield return new(voice.Text($"tariff.rule.{key}"), voice.Text(textKey ?? rule.Value, ("value", value)), rule.Origin);
            }
        }
    }
}

/// <param name="Now">Null for a row that only the offer has.</param>
internal sealed record TariffRow(string Label, string? Now, string Offered, IReadOnlyList<FigureOrigin> Origins);

internal sealed record TariffRuleRow(string Label, string Value, FigureOrigin Origin);

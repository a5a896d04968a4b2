using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>Answers about a tariff from the offer that the customer was shown, by the subjects of cards/answers/subjects.json.</summary>
internal sealed class OfferAnswers(Voice voice, TariffFacts facts)
{
    private readonly TariffTexts _say = new(voice);

    /// <param name="step">What is open.</param>
    /// <returns>A finished text; null where the offer does not hold it, and the general answer serves.</returns>
    public string? Of(string subject, Step? step)
    {
        if (facts is not { Read: { Offered: { } offered } read, Withdrawn: null } || TariffCheck.OfOffer(offered, voice.Zone) is not null)
        {
            return null;
        }

        var isShown = step is OfferTariff or AskReadings;
        // What a contract says stays so; its prices may not be today's any more.
        return (subject, isShown) switch
        {
            ("cost", true) => Cost(offered, read.Now),
            ("price-windows", true) => Prices(offered, "tariff.answer.prices"),
            ("exit-fee", _) when isShown || facts.HasContract => new LeavingCosts(voice, offered, read.Now).Answer,
            ("contract-length", _) when isShown || facts.HasContract => Length(offered),
            ("start-date", _) when isShown || facts.HasContract => Start(offered),
            _ => null,
        };
    }

    private string Cost(Tariff offered, Tariff? now) => TariffCheck.Usable(now, voice.Zone) is { } present
        ? $"{Prices(offered, "tariff.answer.cost")} {Prices(present, "tariff.answer.cost.now")}"
        : Prices(offered, "tariff.answer.cost");

    private string Prices(Tariff tariff, string key) => voice.Text(
        key, ("tariff", tariff.Name),
        ("prices", string.Join("; ", PriceWindows.Of(tariff.Prices, voice.Zone).Select(_say.Window))),
        ("standing", _say.MoneyOrMissing(tariff.StandingCharge)), ("zone", voice.ZoneName));

    private string Length(Tariff offered) => offered switch
    {
        { EndsOn: { } end } => voice.Text("tariff.answer.length.until", ("tariff", offered.Name), ("date", voice.Day(end))),
        { TermMonths: { } months } => voice.Text("tariff.answer.length.months", ("tariff", offered.Name), ("months", months)),
        _ => voice.Text("tariff.answer.length.open", ("tariff", offered.Name), ("version", offered.Terms!.Version)),
    };

    private string Start(Tariff offered) => (facts.Switch?.StartsOn ?? offered.StartsOn) is { } day
        ? voice.Text("tariff.answer.start", ("tariff", offered.Name), ("date", voice.Day(day)))
        : voice.Text("tariff.answer.start.open", ("tariff", offered.Name));
}

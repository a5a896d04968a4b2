using SmartFlexBot.Onboarding.Tariffs;
using static SmartFlexBot.Onboarding.Tariffs.TariffNext;
using static SmartFlexBot.Onboarding.Tariffs.TariffOutcome;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

/// <summary>
/// The table: what became of the tariff, where the market needs it and the device is not LIVE, where it is LIVE, and where the tariff is a
/// choice. Each cell has what is said, by the ends of the keys, and what is next. A market without a tariff has no row: nothing is ever
/// said of one.
/// </summary>
public sealed class TariffVerdictTests
{
    private static readonly (TariffOutcome Outcome, string NotLive, string Live, string Optional, TariffNext Needed, TariffNext Choice)[]
        Table =
    [
        (Open, "", "", "", Switch, Switch),
        (Settled, "", "", "", GoOn, GoOn),
        (Declined, "Declined NotConnected LookAgain", "Declined Connected LookAgain", "Declined Optional", LookAgain, GoOn),
        (NoOffer, "NoOffer NotConnected LookAgain", "NoOffer Connected LookAgain", "NoOffer Optional", LookAgain, GoOn),
        (WrongPrices, "WrongPrices NotConnected LookAgain", "WrongPrices Connected LookAgain", "WrongPrices Optional", LookAgain, GoOn),
        (NoTerms, "NoTerms NotConnected LookAgain", "NoTerms Connected LookAgain", "NoTerms Optional", LookAgain, GoOn),
        (Incomplete, "Incomplete NotConnected LookAgain", "Incomplete Connected LookAgain", "Incomplete Optional", LookAgain, GoOn),
        (Stopped, "Stopped NotConnected LookAgain", "Stopped Connected LookAgain", "Stopped Optional", LookAgain, GoOn),
        (Cancelled, "Cancelled NotConnected LookAgain", "Cancelled Connected LookAgain", "Cancelled Optional", LookAgain, GoOn),
        (NotPossible, "NotPossible NotConnected AskTeam", "NotPossible Connected AskTeam", "NotPossible Optional", AskTeam, GoOn),
        (NotFromHere, "NotFromHere NotConnected AskTeam", "NotFromHere Connected AskTeam", "NotFromHere Optional", AskTeam, GoOn),
        (Withdrawing, "Withdrawing NotConnected Wait", "Withdrawing Connected Wait", "", Wait, GoOn),
        (Withdrawn, "Withdrawn NotConnected LookAgain", "Withdrawn Connected LookAgain", "", LookAgain, GoOn),
        (SwitchedAnyway, "SwitchedAnyway", "SwitchedAnyway", "SwitchedAnyway", AskTeam, GoOn),
    ];

    public static TheoryData<string> Outcomes => [.. Enum.GetNames<TariffOutcome>()];

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void One_truth_for_each_rule_of_the_market(string outcome)
    {
        var row = Table.Single(row => row.Outcome.ToString() == outcome);

        Said(row.Outcome, isRequired: true, isLive: false).ShouldBe((row.NotLive, row.Needed));
        Said(row.Outcome, isRequired: true, isLive: true).ShouldBe((row.Live, row.Needed));
        Said(row.Outcome, isRequired: false, isLive: false).ShouldBe((row.Optional, row.Choice));
        Said(row.Outcome, isRequired: false, isLive: true).ShouldBe((row.Optional, row.Choice));
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Whatever_is_said_has_words_and_whole_it_is_short(string outcome)
    {
        foreach (var isLive in new[] { false, true })
        {
            foreach (var isRequired in new[] { false, true })
            {
                var verdict = TariffVerdict.Of(Enum.Parse<TariffOutcome>(outcome), isRequired, isLive);
                foreach (var language in Shipped.Texts.Languages)
                {
                    var words = string.Join(' ', verdict.Says.Select(key => Chat.TextIn(language, key)));
                    words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeLessThan(80, $"{language}: {words}");
                }
            }
        }
    }

    private static (string Says, TariffNext Next) Said(TariffOutcome outcome, bool isRequired, bool isLive)
    {
        var verdict = TariffVerdict.Of(outcome, isRequired, isLive);
        return (string.Join(' ', verdict.Says.Select(key => key[(key.LastIndexOf('.') + 1)..])), verdict.Next);
    }
}

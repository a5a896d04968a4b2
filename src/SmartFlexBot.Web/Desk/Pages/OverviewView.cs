using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Web.Desk.SignIn;
using SmartFlexBot.Web.Desk.Texts;

namespace SmartFlexBot.Web.Desk.Pages;

/// <param name="Days">How many days, today being the last, the figures are of.</param>
public sealed record OverviewView(
    DeskWords Words, DeskAgent Agent, DeskFigures Figures, IReadOnlyList<Overdue> Overdue, IReadOnlyList<DeskAgentPresence> Agents,
    IReadOnlyList<DeskSessionRecord> Sessions, int Days, string ProofField, string Proof)
{
    public IReadOnlyList<(string Name, string Value)> Rows =>
    [
        (Words["overview.waiting"], Number(Figures.Waiting)),
        (Words["overview.active"], Number(Figures.Active)),
        (Words["overview.requested"], Number(Figures.Requested)),
        (Words["overview.handled"], Number(Figures.Handled)),
        (Words["overview.abandoned"], Number(Figures.Abandoned)),
        (Words["overview.nobody"], Number(Figures.NobodyCame)),
        (Words["overview.reopened"], Number(Figures.Reopened)),
        (Words["overview.firstAnswer"], Figures.FirstAnswer is { } first ? DeskWords.Span(first) : Words["overview.unknown"]),
        (Words["overview.handling"], Figures.Handling is { } handling ? DeskWords.Span(handling) : Words["overview.unknown"]),
    ];

    public string Number(int count) => count.ToString("N0", Words.Culture);
}

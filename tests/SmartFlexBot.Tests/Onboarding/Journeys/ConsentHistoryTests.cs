using SmartFlexBot.Onboarding.Journeys;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Journeys;

public sealed class ConsentHistoryTests
{
    private static readonly Consent Data = Given(ConsentPurpose.DataAndLocation);
    private static readonly Consent Control = Given(ConsentPurpose.Control);
    private static readonly Consent NoData = Given(ConsentPurpose.DataAndLocation, granted: false);
    private static readonly Consent NoControl = Given(ConsentPurpose.Control, granted: false);

    private static readonly (string Case, Consent[] History, bool Data, bool Control)[] Table =
    [
        ("none asked", [], false, false),
        ("one given", [Data], true, false),
        ("both given", [Control, Data], true, true),
        ("refused", [NoData, NoControl], false, false),
        ("withdrawn", [Data, Control, NoData], false, true),
        ("given again", [Data, Control, NoData, Data], true, true),
        ("each on its own", [Data, NoControl], true, false),
        ("withdrawing one leaves the other", [Data, Control, NoControl], true, false),
    ];

    public static TheoryData<string> Cases => [.. Table.Select(row => row.Case)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_newest_of_each_purpose_counts(string @case)
    {
        var (_, history, data, control) = Table.Single(row => row.Case == @case);
        var journey = Fresh with { Consents = history };

        journey.HasConsent(ConsentPurpose.DataAndLocation).ShouldBe(data);
        journey.HasConsent(ConsentPurpose.Control).ShouldBe(control);
        journey.HasAllConsents.ShouldBe(data && control);
    }
}

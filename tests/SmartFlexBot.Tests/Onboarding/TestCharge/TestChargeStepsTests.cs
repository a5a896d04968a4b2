using SmartFlexBot.Onboarding.Flow;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.TestCharge;
using SmartFlexBot.Onboarding.Turns;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.TestCharge;

/// <summary>The test charge: offered, running, refused, failed, tried again.</summary>
public sealed class TestChargeStepsTests
{
    private const string Why = "DEVICE_DISCONNECTED";

    private static readonly (string Case, WizardStep.TestCharge Wizard, TestFacts Test, Refusal? Refused, string Step)[] Table =
    [
        ("never asked", Test(), new(), null, "OfferTest:t"),
        ("Kraken says the car is not ready: the customer may still try", Test() with { IsReady = false }, new(), null, "OfferTest:t"),
        ("agreed for this one", Test(), new() { AgreedForStep = "t" }, null, "AwaitKraken:Transition"),
        ("agreed for an earlier one", Test(), new() { AgreedForStep = "s" }, null, "OfferTest:t"),
        ("it was to begin and does not", Test()
            with { IsReady = false }, new() { AgreedForStep = "t" }, null, "MendTest:t:NOT_READY:False:False"),
        ("tried again, and the reason still shows", Test(Failed(Why)) with { IsReady = false },
            Retried(1) with { AgreedForStep = "t" }, null, "MendTest:t:DEVICE_DISCONNECTED:False:True"),
        ("tried again and refused without a reason, but one still shows", Test(Failed(Why)),
            Retried(1), Refused(WizardProblemKind.NotReady, "t"), "MendTest:t:DEVICE_DISCONNECTED:False:True"),
        ("not ready, and agreed for an earlier one", Test() with { IsReady = false }, new() { AgreedForStep = "s" }, null, "OfferTest:t"),
        ("Kraken does not say whether it is ready", Test()
            with { IsReady = null }, new() { AgreedForStep = "t" }, null, "AwaitKraken:Transition"),
        ("another refusal says nothing of the test", Test(), new(), Refused(WizardProblemKind.BadAnswer, "t"), "OfferTest:t"),
        ("running", Test() with { IsStarted = true }, new(), null, "TestRunning"),
        ("running again while the old failure still shows", Test(Failed(Why)) with { IsStarted = true }, new(), null, "TestRunning"),
        ("refused before it began", Test(Failed(Why) with { Failed = false }), new(), null, "MendTest:t:DEVICE_DISCONNECTED:False:False"),
        ("failed", Test(Failed(Why)), new(), null, "MendTest:t:DEVICE_DISCONNECTED:True:False"),
        ("failed without a reason", Test(Failed()), new(), null, "MendTest:t:UNKNOWN:True:False"),
        ("failed for two reasons: one at a time", Test(Failed("A", "B")), new(), null, "MendTest:t:A:True:False"),
        ("tried again, the old failure still shows", Test(Failed(Why)), Retried(1)
            with { AgreedForStep = "t" }, null, "AwaitKraken:Transition"),
        ("tried again, and it failed otherwise", Test(Failed("A")), Retried(1)
            with { AgreedForStep = "t" }, null, "MendTest:t:A:True:False"),
        ("failed twice in the same way", Test(Failed(Why)), Retried(1)
            with { RetriedFailure = null }, null, "MendTest:t:DEVICE_DISCONNECTED:True:True"),
        ("the same failure of a new step", Test(Failed(Why))
            with { Id = "u" }, Retried(1), null, "MendTest:u:DEVICE_DISCONNECTED:True:True"),
        ("not ready", Test(), new() { AgreedForStep = "t" }, Refused(
            WizardProblemKind.NotReady, "t", Why), "MendTest:t:DEVICE_DISCONNECTED:False:False"),
        ("not ready, twice", Test(), Retried(1)
            with { RetriedFailure = null }, Refused(WizardProblemKind.NotReady, "t", Why), "MendTest:t:DEVICE_DISCONNECTED:False:True"),
        ("not ready, no reason", Test(), new() { AgreedForStep = "t" }, Refused(
            WizardProblemKind.NotReady, "t"), "MendTest:t:UNKNOWN:False:False"),
    ];

    public static TheoryData<string> Cases => [.. Table.Select(row => row.Case)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_test_charge_shows_what_to_do(string @case)
    {
        var (_, wizard, test, refused, expected) = Table.Single(row => row.Case == @case);

        WizardSteps.Of(wizard, Begun with { Test = test, Refused = refused }, Shipped.Market).Key.ShouldBe(expected);
    }

    [Fact]
    public void A_person_is_offered_after_the_markets_number_of_tries()
    {
        var patient = Shipped.Market with { TestCharge = Shipped.Market.TestCharge with { TriesBeforePerson = 4 } };
        bool[] offered = [.. Enumerable.Range(0, 5).Select(tries =>
            WizardSteps.Of(Test(Failed(Why)), Begun with { Test = Retried(tries) with { RetriedFailure = null } }, patient)
                .ShouldBeOfType<MendTest>().OfferPerson)];

        offered.ShouldBe([false, false, false, true, true]);
    }

    private static WizardStep.TestCharge Test(TestChargeProblem? problem = null) => new("t", IsReady: true, IsStarted: false, problem);

    private static TestChargeProblem Failed(params string[] reasons) => new(Failed: true, reasons);

    private static TestFacts Retried(int times) => new()
    {
        RetriedReason = Why,
        RetriesOfSameReason = times,
        RetriedFailure = TestSteps.FailureOf(Test(), Failed(Why)),
    };
}

using System.Text.Json;
using CsCheck;
using SmartFlexBot.Onboarding.Consents;
using SmartFlexBot.Onboarding.Devices;
using SmartFlexBot.Onboarding.Flow;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.SignIn;
using SmartFlexBot.Onboarding.TestCharge;
using SmartFlexBot.Onboarding.Wizard;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;
using static SmartFlexBot.Tests.Onboarding.Journeys.RandomFacts;

namespace SmartFlexBot.Tests.Onboarding.Flow;

/// <summary>What holds for any facts. Set LONG=1 for many more of them; a failure names its seed, which CsCheck_Seed repeats.</summary>
public sealed class JourneyPropertyTests
{
    [Fact]
    public void The_next_step_of_any_facts_is_decided_and_always_the_same() =>
        Gen.Select(AnyJourney, AnyView).Sample((journey, view) =>
        {
            var step = NextStep.Of(journey, view, Shipped.Market);

            step.Key.ShouldNotBeNullOrEmpty();
            NextStep.Of(journey with { }, view with { }, Shipped.Market).Key.ShouldBe(step.Key);
        }, iter: Cases);

    [Fact]
    public void What_the_facts_answer_is_not_asked() =>
        Gen.Select(AnyJourney, AnyView).Sample((journey, view) =>
        {
            switch (NextStep.Of(journey, view, Shipped.Market))
            {
                case AskConsents:
                    journey.HasAllConsents.ShouldBeFalse();
                    break;
                case AskDevices { Question: DeviceQuestion.Vehicle or DeviceQuestion.Both }:
                    journey.Vehicle.ShouldBeNull();
                    break;
                case AskDevices { Question: DeviceQuestion.VehicleModel }:
                    journey.Vehicle.ShouldNotBeNull().IsComplete.ShouldBeFalse();
                    break;
                case AskDevices { Question: DeviceQuestion.ChargePoint }:
                    journey.ChargePoint.ShouldBeNull();
                    break;
                case AskDevices { Question: DeviceQuestion.ChargePointModel }:
                    journey.ChargePoint.ShouldNotBeNull().IsComplete.ShouldBeFalse();
                    break;
                case ConfirmDevices:
                    (journey.DevicesConfirmed && journey.Chosen is not null).ShouldBeFalse();
                    break;
                case ChooseKind:
                    journey.Kind.ShouldBeNull();
                    break;
                case AskOption { Wizard: var wizard } when journey.Refused?.StepId != wizard.Id:
                    OptionMatch.Find(wizard, journey).ShouldBeNull();
                    break;
                case OfferTest { Wizard.Id: var id }:
                    journey.Test.AgreedForStep.ShouldNotBe(id);
                    break;
            }
        }, iter: Cases);

    [Fact]
    public void A_refused_answer_is_never_given_again_by_itself() =>
        Gen.Select(AnyJourney, AnyView).Sample((journey, view) =>
        {
            if (NextStep.Of(journey, view, Shipped.Market) is not CompleteStep complete)
            {
                return;
            }

            var kinds = Enum.GetValues<WizardProblemKind>().Except([WizardProblemKind.StepMovedOn]);
            foreach (var kind in kinds)
            {
                var refused = journey with { Refused = new Refusal(kind, "KT-CT-1", [], complete.Wizard.Id) };
                NextStep.Of(refused, view, Shipped.Market).ShouldNotBeOfType<CompleteStep>($"{kind}");
            }
        }, iter: Cases);

    [Fact]
    public void What_cannot_begin_is_not_begun_again_by_itself() =>
        Gen.Select(AnyJourney, AnyView, Gen.Enum<WizardProblemKind>()).Sample((journey, view, kind) =>
            NextStep.Of(journey with { Wizard = null, Refused = new Refusal(kind, null, [], null) }, view, Shipped.Market)
                .ShouldNotBeOfType<StartOnboarding>(), iter: Cases);

    [Fact]
    public void Nothing_is_sent_to_Kraken_without_both_permissions() =>
        Gen.Select(AnyJourney, AnyView).Sample((journey, view) =>
        {
            var step = NextStep.Of(journey, view, Shipped.Market);
            if (step is StartOnboarding or CompleteStep or SignInWithMaker or OfferTest)
            {
                journey.HasAllConsents.ShouldBeTrue();
            }
        }, iter: Cases);

    [Fact]
    public void Going_back_always_comes_to_the_beginning() =>
        AnyJourney.Sample(journey =>
        {
            var at = journey with { DeviceId = null, Wizard = null };
            for (var steps = 0; Backwards.Of(at) is { } earlier; steps++)
            {
                steps.ShouldBeLessThan(8, "it goes round in circles");
                at = earlier;
            }

            (at.Kind, at.Vehicle, at.ChargePoint, at.DevicesConfirmed).ShouldBe((null, null, null, false));
            at.Consents.ShouldBe(journey.Consents, "a permission is withdrawn, never forgotten");
        }, iter: Cases);

    [Fact]
    public void Facts_survive_their_storage() =>
        AnyJourney.Sample(journey =>
        {
            var json = JsonSerializer.Serialize(journey, JourneyJson.Default.Journey);
            var read = JsonSerializer.Deserialize(json, JourneyJson.Default.Journey)!;

            JsonSerializer.Serialize(read, JourneyJson.Default.Journey).ShouldBe(json);
            NextStep.Of(read, Nothing, Shipped.Market).Key.ShouldBe(NextStep.Of(journey, Nothing, Shipped.Market).Key);
        }, iter: Cases);
}

using System.Text.Json;
using CsCheck;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;
using static SmartFlexBot.Tests.Onboarding.Journeys.RandomFacts;

namespace SmartFlexBot.Tests.Onboarding.Journeys;

/// <summary>What holds for any facts. Set LONG=1 for many more of them; a failure names its seed, which CsCheck_Seed repeats.</summary>
public sealed class JourneyPropertyTests
{
    [Fact]
    public void The_next_step_of_any_facts_is_decided_and_always_the_same() =>
        Gen.Select(AnyJourney, AnySituation).Sample((journey, situation) =>
        {
            var step = NextStep.Of(journey, situation, Shipped.Market);

            step.Key.ShouldNotBeNullOrEmpty();
            NextStep.Of(journey with { }, situation with { }, Shipped.Market).Key.ShouldBe(step.Key);
        }, iter: Cases);

    [Fact]
    public void What_the_facts_answer_is_not_asked() =>
        Gen.Select(AnyJourney, AnySituation).Sample((journey, situation) =>
        {
            switch (NextStep.Of(journey, situation, Shipped.Market))
            {
                case Step.AskConsents:
                    journey.HasAllConsents.ShouldBeFalse();
                    break;
                case Step.AskDevices { Question: DeviceQuestion.Vehicle or DeviceQuestion.Both }:
                    journey.Vehicle.ShouldBeNull();
                    break;
                case Step.AskDevices { Question: DeviceQuestion.VehicleModel }:
                    journey.Vehicle.ShouldNotBeNull().IsComplete.ShouldBeFalse();
                    break;
                case Step.AskDevices { Question: DeviceQuestion.ChargePoint }:
                    journey.ChargePoint.ShouldBeNull();
                    break;
                case Step.AskDevices { Question: DeviceQuestion.ChargePointModel }:
                    journey.ChargePoint.ShouldNotBeNull().IsComplete.ShouldBeFalse();
                    break;
                case Step.ConfirmDevices:
                    (journey.DevicesConfirmed && journey.Chosen is not null).ShouldBeFalse();
                    break;
                case Step.ChooseKind:
                    journey.Kind.ShouldBeNull();
                    break;
                case Step.AskOption { Wizard: var wizard } when journey.Refused?.StepId != wizard.Id:
                    OptionMatch.Find(wizard, journey).ShouldBeNull();
                    break;
                case Step.OfferTest { Wizard.Id: var id }:
                    journey.Test.AgreedForStep.ShouldNotBe(id);
                    break;
            }
        }, iter: Cases);

    [Fact]
    public void A_refused_answer_is_never_given_again_by_itself() =>
        Gen.Select(AnyJourney, AnySituation).Sample((journey, situation) =>
        {
            if (NextStep.Of(journey, situation, Shipped.Market) is not Step.CompleteStep complete)
            {
                return;
            }

            var kinds = Enum.GetValues<WizardProblemKind>().Except([WizardProblemKind.StepMovedOn]);
            foreach (var kind in kinds)
            {
                var refused = journey with { Refused = new Refusal(kind, "KT-CT-1", [], complete.Wizard.Id) };
                NextStep.Of(refused, situation, Shipped.Market).ShouldNotBeOfType<Step.CompleteStep>($"{kind}");
            }
        }, iter: Cases);

    [Fact]
    public void What_cannot_begin_is_not_begun_again_by_itself() =>
        Gen.Select(AnyJourney, AnySituation, Gen.Enum<WizardProblemKind>()).Sample((journey, situation, kind) =>
            NextStep.Of(journey with { Wizard = null, Refused = new Refusal(kind, null, [], null) }, situation, Shipped.Market)
                .ShouldNotBeOfType<Step.StartWizard>(), iter: Cases);

    [Fact]
    public void Nothing_is_sent_to_Kraken_without_both_permissions() =>
        Gen.Select(AnyJourney, AnySituation).Sample((journey, situation) =>
        {
            var step = NextStep.Of(journey, situation, Shipped.Market);
            if (step is Step.StartWizard or Step.CompleteStep or Step.SignIn or Step.OfferTest)
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

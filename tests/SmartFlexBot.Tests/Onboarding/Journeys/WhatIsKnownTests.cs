using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Journeys;

/// <summary>What a journey and a reading say about devices, and what is taken up of an onboarding that somebody else began.</summary>
public sealed class WhatIsKnownTests
{
    [Fact]
    public void An_answer_is_complete_with_make_and_model_or_when_there_is_nothing_more_to_ask()
    {
        Tesla.IsComplete.ShouldBeTrue();
        DeviceAnswer.None.IsComplete.ShouldBeTrue();
        Unknown.IsComplete.ShouldBeTrue();
        new DeviceAnswer("Tesla").IsComplete.ShouldBeFalse();
        new DeviceAnswer(null, "Model 3").IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void What_can_be_connected_has_a_make_and_is_neither_none_nor_unknown()
    {
        new DeviceAnswer("Tesla").IsDevice.ShouldBeTrue();
        new DeviceAnswer("Tesla", IsNone: true).IsDevice.ShouldBeFalse();
        new DeviceAnswer("Tesla", IsUnknown: true).IsDevice.ShouldBeFalse();
        DeviceAnswer.None.IsDevice.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Tesla", "Model 3", "Tesla Model 3")]
    [InlineData("Tesla", "tesla Model 3", "tesla Model 3")]
    [InlineData("Tesla", null, "Tesla")]
    [InlineData(null, "Model 3", "Model 3")]
    [InlineData(null, null, "my words")]
    public void A_device_is_called_by_make_and_model_and_the_make_once(string? make, string? model, string name) =>
        new DeviceAnswer(make, model, Words: "my words").DisplayName.ShouldBe(name);

    [Fact]
    public void What_has_no_name_has_an_empty_one() => DeviceAnswer.None.DisplayName.ShouldBe("");

    [Fact]
    public void The_chosen_device_is_the_car_unless_the_charger_was_chosen()
    {
        Named.ChosenDevice.ShouldBe(Tesla);
        (Named with { Chosen = Car }).ChosenDevice.ShouldBe(Tesla);
        (Named with { Chosen = Charger }).ChosenDevice.ShouldBe(Ohme);
    }

    [Fact]
    public void The_journeys_own_device_counts_else_any_car_or_charger_that_was_not_removed()
    {
        var (pump, retired, car) = (Device("LIVE", "p", DeviceKind.HeatPump), Device("RETIRED", "r"), Device("ONBOARDING", "c"));

        With(pump, retired, car).DeviceOf(Fresh).ShouldBe(car);
        With(car, retired).DeviceOf(Begun with { DeviceId = "r" }).ShouldBe(retired);
        With(pump, retired).DeviceOf(Fresh).ShouldBeNull();
        With(Device("LIVE", "w", Charger)).DeviceOf(Fresh)!.Id.ShouldBe("w");
    }

    [Fact]
    public void Of_several_the_one_that_is_furthest_counts_wherever_it_stands_in_the_list()
    {
        var lost = Device("LIVE", "l") with { State = "LOST_CONNECTION" };
        var lostOnTheWay = Device("ONBOARDING", "o") with { State = "LOST_CONNECTION" };
        DeviceSnapshot[] inOrder = [Device("LIVE", "a"), lost, Device("PENDING_LIVE", "p"), Device("ONBOARDING", "c"), lostOnTheWay];

        for (var first = 0; first < inOrder.Length; first++)
        {
            With([.. inOrder[first..].Reverse()]).DeviceOf(Fresh).ShouldBe(inOrder[first]);
            With(inOrder[first..]).DeviceOf(Fresh).ShouldBe(inOrder[first]);
            With(inOrder[first..]).OpenBetween(Fresh).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Two_that_are_LIVE_are_open_and_so_is_neither_the_journeys()
    {
        var (car, charger) = (Device("LIVE", "a"), Device("LIVE", "w", Charger));

        With(car, charger).DeviceOf(Fresh).ShouldBeNull();
        With(car, charger).OpenBetween(Fresh).ShouldBe([car, charger]);
        With(car, charger).OpenBetween(Fresh with { DeviceId = "w" }).ShouldBeEmpty();
        With(car, charger).DeviceOf(Fresh with { DeviceId = "w" }).ShouldBe(charger);
    }

    [Fact]
    public void Two_on_their_way_are_no_question_yet()
    {
        With(Device("ONBOARDING", "a"), Device("ONBOARDING", "b")).DeviceOf(Fresh).ShouldBeNull();
        With(Device("ONBOARDING", "a"), Device("ONBOARDING", "b")).OpenBetween(Fresh).ShouldBeEmpty();
        With(Device("PENDING_LIVE", "a"), Device("PENDING_LIVE", "b")).DeviceOf(Fresh)!.IsGoingLive.ShouldBeTrue();
    }

    [Fact]
    public void A_device_is_registered_until_it_is_removed()
    {
        With().HasRegistered(Begun).ShouldBeFalse();
        With().HasRegistered(Begun with { DeviceId = "d-1" }).ShouldBeTrue();
        With(Device("ONBOARDING")).HasRegistered(Begun with { DeviceId = "d-1" }).ShouldBeTrue();
        With(Device("RETIRED")).HasRegistered(Begun with { DeviceId = "d-1" }).ShouldBeFalse();
        With(Device("RETIRED", "d-0")).HasRegistered(Begun with { DeviceId = "d-1" }).ShouldBeTrue();
    }

    [Fact]
    public void An_onboarding_is_over_when_it_was_cancelled_or_is_gone()
    {
        var step = new WizardStep.Wait("s", WaitReason.Transition);

        At(step).IsOnboardingOver.ShouldBeFalse();
        Nothing.IsOnboardingOver.ShouldBeFalse();
        (Nothing with { WizardGone = true }).IsOnboardingOver.ShouldBeTrue();
        (At(step) with { Wizard = At(step).Wizard! with { IsCancelled = true } }).IsOnboardingOver.ShouldBeTrue();
    }

    [Fact]
    public void Only_an_onboarding_past_its_first_choices_is_taken_up()
    {
        var begun = At(new WizardStep.Wait("s", WaitReason.Transition)).Wizard!;

        BegunElsewhere.MayBeTakenUp(begun).ShouldBe(begun);
        BegunElsewhere.MayBeTakenUp(null).ShouldBeNull();
        BegunElsewhere.MayBeTakenUp(begun with { IsCancelled = true }).ShouldBeNull();
        BegunElsewhere.MayBeTakenUp(begun with { Current = null }).ShouldBeNull();
        WizardStep[] choices =
        [
            new WizardStep.SelectDeviceType("s", []), new WizardStep.SelectMake("s", Car, []), new WizardStep.SelectVariant("s", Car, []),
            new WizardStep.SelectVehicleOrChargePoint("s"),
        ];
        choices.Select(step => BegunElsewhere.MayBeTakenUp(begun with { Current = step })).ShouldAllBe(taken => taken == null);
        BegunElsewhere.MayBeTakenUp(begun with { Current = new WizardStep.SelectUserVehicle("s", []) }).ShouldNotBeNull();
    }

    [Fact]
    public void What_Kraken_knows_of_the_device_is_taken_where_the_customer_has_said_nothing()
    {
        var begun = At(new WizardStep.Wait("s", WaitReason.Transition)).Wizard! with { DeviceId = "d-1" };

        var car = BegunElsewhere.TakeUp(Fresh with { LiveToldAt = Noon }, begun, [Device("RETIRED", "r"), Device("ONBOARDING")]);
        (car.Wizard, car.DeviceId, car.Chosen, car.LiveToldAt).ShouldBe((begun.Token, "d-1", Car, null));
        (car.Vehicle, car.ChargePoint).ShouldBe((new DeviceAnswer("Tesla", "Model 3"), null));

        var charger = BegunElsewhere.TakeUp(Named, begun, [Device("ONBOARDING", kind: Charger)]);
        (charger.Vehicle, charger.ChargePoint, charger.Chosen).ShouldBe((Tesla, Ohme, Charger));

        var none = BegunElsewhere.TakeUp(Fresh, begun, [Device("ONBOARDING", kind: DeviceKind.HeatPump), Device("RETIRED")]);
        (none.Wizard, none.Chosen, none.Vehicle).ShouldBe((begun.Token, null, null));
    }

    [Theory]
    [InlineData("LIVE", true, false, false)]
    [InlineData("PENDING_LIVE", false, true, false)]
    [InlineData("RETIRED", false, false, true)]
    [InlineData("ONBOARDING", false, false, false)]
    public void A_device_is_live_on_its_way_or_removed(string lifecycle, bool isLive, bool isGoingLive, bool isRetired)
    {
        var device = Device(lifecycle);

        (device.IsLive, device.IsGoingLive, device.IsRetired).ShouldBe((isLive, isGoingLive, isRetired));
        device.IsCarOrCharger.ShouldBeTrue();
        Device(lifecycle, kind: DeviceKind.Battery).IsCarOrCharger.ShouldBeFalse();
    }

    [Fact]
    public void Without_its_onboarding_a_journey_keeps_what_the_customer_said()
    {
        var left = (Begun with
        {
            DeviceId = "d-1",
            Refused = Refused(WizardProblemKind.Gone),
            Leaving = new(),
            Test = new() { AgreedForStep = "t" },
        }).DropOnboarding();

        left.ShouldBe(Agreed with { Test = left.Test, Consents = left.Consents });
        left.Test.ShouldBe(new TestFacts());
    }
}

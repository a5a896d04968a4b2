using SmartFlexBot.Onboarding.Consents;
using SmartFlexBot.Onboarding.Devices;
using SmartFlexBot.Onboarding.Flow;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.SignIn;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.TestCharge;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.VirtualKey;
using SmartFlexBot.Onboarding.Waiting;
using SmartFlexBot.Recognition.Catalogue;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Flow;

public sealed class StagesTests
{
    private static readonly Step SignIn = new SignInWithMaker(new("s", new("https://maker.example/authorize"), null, null));
    private static readonly Step Key = new AddVirtualKey(new("s", "X", new("https://maker.example/key")), Opened: false);
    private static readonly Step Test = new OfferTest(new("s", IsStarted: false, IsReady: true, Problem: null));
    private static readonly Journey WithTesla = Fresh with { Vehicle = Tesla };
    private static readonly Journey WithCharger = Fresh with { ChargePoint = Ohme, Chosen = DeviceKind.ChargePoint };

    [Fact]
    public void A_tesla_has_four_stages()
    {
        Of(new AskConsents(), WithTesla).ShouldBe((1, 4));
        Of(SignIn, WithTesla).ShouldBe((2, 4));
        Of(Key, WithTesla).ShouldBe((3, 4));
        Of(Test, WithTesla).ShouldBe((4, 4));
    }

    [Fact]
    public void A_charger_has_no_key()
    {
        Of(SignIn, WithCharger).ShouldBe((2, 3));
        Of(Test, WithCharger).ShouldBe((3, 3));
        Of(SignIn, WithCharger with { Vehicle = Tesla }).ShouldBe((2, 3));
    }

    [Fact]
    public void Whoever_is_asked_for_a_key_has_that_stage() => Of(Key, WithCharger).ShouldBe((3, 4));

    [Fact]
    public void In_britain_the_tariff_comes_before_the_device()
    {
        Stages.Of(new AskReadings(), WithTesla, Shipped.Britain).ShouldBe((2, 5));
        Stages.Of(new AskConsents(), WithTesla, Shipped.Britain).ShouldBe((3, 5), "the permissions are asked after the tariff");
        Stages.Of(Test, WithTesla, Shipped.Britain).ShouldBe((5, 5));
    }

    [Fact]
    public void Waiting_is_no_stage() => Of(new AwaitKraken(WaitReason.GoingLive), WithTesla).ShouldBeNull();

    private static (int Number, int Total)? Of(Step step, Journey journey) => Stages.Of(step, journey, Shipped.Market);
}

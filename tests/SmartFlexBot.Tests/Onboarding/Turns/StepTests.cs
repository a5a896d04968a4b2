using SmartFlexBot.Onboarding.Consents;
using SmartFlexBot.Onboarding.Devices;
using SmartFlexBot.Onboarding.Flow;
using SmartFlexBot.Onboarding.Homes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Languages;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Requests;
using SmartFlexBot.Onboarding.SignIn;
using SmartFlexBot.Onboarding.Silence;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.TestCharge;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.VirtualKey;
using SmartFlexBot.Onboarding.Waiting;
using SmartFlexBot.Onboarding.Wizard;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Turns;

/// <summary>What each step says of itself.</summary>
public sealed class StepTests
{
    private static readonly Uri Page = new("https://maker.example/page");
    private static readonly WizardStep.TestCharge Test = new("t", IsReady: true, IsStarted: false, Problem: null);

    /// <summary>The car, the maker's app or Kraken may move on by themselves.</summary>
    private static readonly Step[] Watched =
    [
        new AwaitKraken(WaitReason.Transition), new TestRunning(Test), new OfferTest(Test), new MendTest(Test, "A", Failed: true, false),
        new AddVirtualKey(new("k", "Key", Page), Opened: false), new ActElsewhere(new WizardStep.UserActionRequired("u", []), null, null),
        new ConnectInApp(new("p", "JEDLIX")),
    ];

    /// <summary>Nothing moves but by the customer's word, by a command's answer, or by an event of its own.</summary>
    private static readonly Step[] Still =
    [
        new AskDevices(DeviceQuestion.Both), new ChooseKind([]), new OtherKind(DeviceKind), new ConfirmDevices(Proposal), new AskConsents(),
        new ChooseHome([]), new ConfirmLanguage("de"), new ConfirmStop(), new ConfirmStartOver(), new NotEligible(),
        new NothingToConnect(HasNone: true), new WhichWithdrawal(), new ConfirmWithdrawal(),
        new ReviewTariff(TariffOutcome.Declined, IsLive: true), new TariffWait(TariffOutcome.Withdrawing, IsLive: false),
        new CannotConnect(DeviceKind), new NoHome(), new ChooseDevice([]),
        new AskOption(new WizardStep.SelectUserVehicle("s", [])), new OtherDevice(CanSwitch: true), new StartOnboarding(),
        new CancelOnboarding(), new BeginAgain(null), new CompleteStep(Test, new StepAnswer.Done()), new AwaitCommand(PendingAction.Start),
        new AwaitRetry(), new NeedsPerson("E"), new JourneyEnded(JourneyEnd.Silence), new DeviceIsLive(Device("LIVE")),
        new SignInWithMaker(new("a", Page, null, null)), new GiveInput(new("i", [], null)), new ReadTariff(), new BeginSwitch(),
        new AcceptTerms(), new AskReadings(), new CallBack(),
        new ConfirmPause(Device("LIVE")), new ChangeControl(), new ControlIsOff(Device("LIVE")),
        new OfferTariff(Tariffs.Offers.Smart, null, "f"),
    ];

    [Fact]
    public void What_may_move_on_without_a_word_is_looked_at()
    {
        Watched.Where(step => !step.IsWatched).ShouldBeEmpty();
        Still.Where(step => step.IsWatched).ShouldBeEmpty();
    }

    [Fact]
    public void Every_step_has_a_status_text_in_every_language()
    {
        foreach (var step in Watched.Concat(Still))
        {
            Shipped.Texts.Has(step.StatusKey).ShouldBeTrue(step.Key);
        }
    }

    [Fact]
    public void No_kind_of_step_is_forgotten_here() =>
        typeof(OnboardingBot).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Step)) && !type.IsAbstract)
            .Except(Watched.Concat(Still).Select(step => step.GetType())).ShouldBeEmpty();

    [Fact]
    public async Task It_is_looked_at_every_few_seconds_for_as_long_as_silence_is_waited_for()
    {
        var kraken = new InMemoryKraken();
        var chat = new Chat(kraken);
        chat.Know(Begun with { DeviceId = "d-1" });
        kraken.Show(Test, "d-1");
        await chat.OpenAsync();

        var watch = chat.Effects.Watches[(OnboardingWatch.Kind, "A-1/7")];
        (watch.Every, watch.Until).ShouldBe((TimeSpan.FromSeconds(3), Noon.AddDays(Shipped.Market.Silence.EndAfterDays)));
        OnboardingWatch.Read(watch.Payload).ShouldBe(new OnboardingWatch(new("A-1", 7), new WizardToken("w-1"), "d-1"));
    }

    private static SmartFlexBot.Recognition.Catalogue.DeviceKind DeviceKind => SmartFlexBot.Recognition.Catalogue.DeviceKind.HeatPump;

    private static DeviceProposal Proposal => new(Car, ProposalReason.OnlyDevice, CanChooseOther: false);
}

using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken;

public sealed partial class ClassicWizardTests : IDisposable
{
    private const string SignIn =
        "https://auth.tesla.example.test/authorize?state=s-1&redirect_uri=https%3A%2F%2Fbot.example.test%2Fauth%2Freturn";
    private const string Return = "https://bot.example.test/auth/return?code=c-1&state=s-1";
    private static readonly WizardScope Scope = new("A-1", 7);

    private readonly ScriptedKraken _kraken = new();
    private ServiceProvider? _services;
    private IOnboardingWizard? _wizard;

    public ClassicWizardTests() => _kraken
        .On(
            "ReadEligibility",
            """{"data":{"accountIoEligibility":{"isEligibleForIo":true},"eligibleDeviceTypes":["ELECTRIC_VEHICLES","HEAT_PUMPS"]}}""")
        .On("ReadVariants", """
            {"data":{"electricVehicles":[{"make":"Tesla","models":[{"vehicleId":501,"model":"Model 3","batterySize":"57.5",
            "supportedProviders":["TESLA"],"isIntegrationLive":true}]},
            {"make":"Odd","models":[{"vehicleId":503,"model":"One","supportedProviders":["NEW_PROVIDER"],"isIntegrationLive":true}]}],
            "chargePointVariants":[{"make":"Ohme","models":[{"variantId":9,"model":"Home Pro","powerInKw":"7.4",
            "isIntegrationLive":true}]}]}}
            """)
        .On("ProviderAuthDetails", $$$"""{"data":{"providerAuthDetails":{"oauthUri":"{{{SignIn}}}"} } }""")
        .On(
            "ProviderVirtualKeyDetails",
            """{"data":{"providerVirtualKeyDetails":{"virtualKeyName":"Demo Energy","virtualKeyUri":"https:"""
                + """//tesla.example.test/_ak/demo"}}}""")
        .On("DeviceRegistration", """{"data":{"deviceRegistration":{"registeredDeviceIds":["D-1"]}}}""")
        .On("TriggerTestCharge", """{"data":{"triggerTestCharge":{"krakenflexDevice":{"krakenflexDeviceId":"D-1"}}}}""")
        .On("ReadDevices", """{"data":{"devices":[]}}""");

    public void Dispose() => _services?.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Tesla_goes_from_the_first_question_to_LIVE()
    {
        var view = await AtSignInAsync();
        view.Current.ShouldBeOfType<WizardStep.AuthFlow>().ShouldSatisfyAllConditions(
            step => step.AuthorizationUri.ShouldBe(new(SignIn)), step =>
                step.RedirectUri.ShouldBe(new("https://bot.example.test/auth/return")));
        _kraken.Asked("ProviderAuthDetails").Single().Variables.ToJsonString().ShouldBe(
            """{"provider":"TESLA","deviceType":"ELECTRIC_VEHICLES","clientType":"WEB","accountNumber":"A-1","propertyId":7}""");

        Device("ONBOARDING", "AUTHENTICATION_COMPLETE");
        view = await CompleteAsync(view, new StepAnswer.SignedIn(Return));
        view.Current.ShouldBeOfType<WizardStep.TeslaSetupVirtualKey>().KeyName.ShouldBe("Demo Energy");
        view.DeviceId.ShouldBe("D-1");
        _kraken.Asked("DeviceRegistration").Single().Variables["input"]!.ToJsonString().ShouldBe(
            """{"accountNumber":"A-1","propertyId":7,"deviceType":"ELECTRIC_VEHICLES","provider":"TESLA","deviceDetails":"""
                + """{"deviceVariantId":"501"},"authentication":{"authorizationCode":"c-1","state":"s-1","redirectUri":"https:"""
                    + """//bot.example.test/auth/return"}}""");

        view = await CompleteAsync(view, new StepAnswer.Done());
        view.Current.ShouldBeOfType<WizardStep.TestCharge>().IsStarted.ShouldBeFalse();
        view = await CompleteAsync(view, new StepAnswer.Done());
        view.Current.ShouldBeOfType<WizardStep.TestCharge>().IsStarted.ShouldBeTrue();

        Device("LIVE", "SMART_CONTROL_CAPABLE");
        View(await Wizard().ReadAsync(Scope, view.Token, Stop)).ShouldSatisfyAllConditions(
            done => done.IsComplete.ShouldBeTrue(), done => done.Current.ShouldBeNull(), done => done.DeviceId.ShouldBe("D-1"));
        _kraken.Asked("TriggerTestCharge").Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_watched_onboarding_shows_the_step_and_the_device()
    {
        var view = await AtTestAsync();

        var seen = await SeenAsync(view);

        (seen.Step, seen.StepId, seen.DeviceId, seen.Lifecycle, seen.IsStarted).ShouldBe(
            ("TestCharge", view.Current!.Id, "D-1", "ONBOARDING", false));
    }

    [Fact]
    public async Task Choosing_asks_Kraken_to_change_nothing()
    {
        await AtSignInAsync();

        _kraken.Requests.Where(request => request.Query.StartsWith("mutation", StringComparison.Ordinal)).Select(
            request => request.Operation)
            .ShouldBe(["ObtainKrakenToken"]);
    }

    [Fact]
    public async Task A_choice_made_again_forgets_what_came_after_it()
    {
        var makes = await CompleteAsync(View(await Wizard().StartAsync(Scope, Stop)), new StepAnswer.Option("ELECTRIC_VEHICLES"));
        var makeStep = makes.Current!.Id;
        var view = await CompleteAsync(makes, new StepAnswer.Option("Tesla"));
        view = await CompleteAsync(view, new StepAnswer.Option("501"));

        var again = View(await Wizard().CompleteAsync(Scope, view.Token, makeStep, new StepAnswer.Option("Odd"), Stop));

        again.Current.ShouldBeOfType<WizardStep.SelectVariant>().Options.ShouldHaveSingleItem().Id.ShouldBe("503");
        again.Current!.Id.ShouldNotBe(view.Current!.Id);
    }

    [Fact]
    public async Task A_charge_point_needs_its_provider_from_the_settings_and_tells_the_car_along()
    {
        _wizard = Start(("ChargePointProviders:ohme", "OHME"));
        var view = await CompleteAsync(View(await _wizard.StartAsync(Scope, Stop)), new StepAnswer.Option("ELECTRIC_VEHICLES"));
        foreach (var option in new[] { "Tesla", "501", "Ohme", "9" })
        {
            view = await CompleteAsync(view, new StepAnswer.Option(option));
        }

        view.Current.ShouldBeOfType<WizardStep.SelectVehicleOrChargePoint>();
        view = await CompleteAsync(view, new StepAnswer.Integration(DeviceKind.ChargePoint));
        await CompleteAsync(view, new StepAnswer.SignedIn(Return));

        var input = _kraken.Asked("DeviceRegistration").Single().Variables["input"]!;
        input["provider"]!.GetValue<string>().ShouldBe("OHME");
        input["deviceDetails"]!.ToJsonString().ShouldBe("""{"deviceVariantId":"9","auxDeviceVariantId":"501"}""");
    }

    [Fact]
    public async Task A_refused_test_leaves_everything_as_it_was()
    {
        var view = await AtTestAsync();
        _kraken.Now("TriggerTestCharge", WizardSamples.Errors["KT-CT-4355"]);

        var problem = Problem(await TryAsync(view, new StepAnswer.Done()));

        problem.Kind.ShouldBe(WizardProblemKind.NotReady);
        problem.Reasons.ShouldBe(["DEVICE_DISCONNECTED", "DEVICE_AWAY_FROM_HOME"]);
        View(await Wizard().ReadAsync(Scope, view.Token, Stop)).Current!.Id.ShouldBe(view.Current!.Id);
    }

    [Fact]
    public async Task A_test_asked_for_again_with_the_old_step_is_not_started_twice()
    {
        var view = await AtTestAsync();
        var started = await CompleteAsync(view, new StepAnswer.Done());

        Problem(await Wizard().CompleteAsync(Scope, started.Token, view.Current!.Id, new StepAnswer.Done(), Stop))
            .Kind.ShouldBe(WizardProblemKind.StepMovedOn);
        _kraken.Asked("TriggerTestCharge").Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_half_way_device_is_gone_on_with_at_its_test()
    {
        Device("ONBOARDING", "AUTHENTICATION_COMPLETE");

        (await Wizard().FindResumableAsync(Scope, Stop)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            view => view.DeviceId.ShouldBe("D-1"), view => view.Current.ShouldBeOfType<WizardStep.TestCharge>());
        (await Wizard().FindResumableAsync(Scope with { PropertyId = 8 }, Stop)).ShouldBeNull();
        Device("LIVE", null);
        (await Wizard().FindResumableAsync(Scope, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_tampered_or_foreign_token_is_gone()
    {
        var view = View(await Wizard().StartAsync(Scope, Stop));

        Problem(await Wizard().ReadAsync(Scope, new(view.Token.Value[..^2] + "AA"), Stop)).Kind.ShouldBe(WizardProblemKind.Gone);
        Problem(await Wizard().ReadAsync(Scope, new("not a token"), Stop)).Kind.ShouldBe(WizardProblemKind.Gone);
        Problem(await Wizard().ReadAsync(new("A-2", 7), view.Token, Stop)).Kind.ShouldBe(WizardProblemKind.Gone);
        view.Token.Value.ShouldNotContain("A-1");
    }

    [Fact]
    public async Task What_the_classic_calls_cannot_register_is_not_offered()
    {
        var start = View(await Wizard().StartAsync(Scope, Stop));
        Problem(await TryAsync(start, new StepAnswer.Option("HEAT_PUMPS"))).Kind.ShouldBe(WizardProblemKind.NotOffered);
        Problem(await TryAsync(start, new StepAnswer.Option("BATTERIES"))).Kind.ShouldBe(WizardProblemKind.BadAnswer);

        var view = await CompleteAsync(start, new StepAnswer.Option("ELECTRIC_VEHICLES"));
        view = await CompleteAsync(view, new StepAnswer.Option("Odd"));
        view = await CompleteAsync(view, new StepAnswer.Option("503"));
        Problem(await TryAsync(view, new StepAnswer.Option("none"))).Kind.ShouldBe(WizardProblemKind.NotOffered);
        _kraken.Asked("ProviderAuthDetails").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_step_of_another_time_or_kind_has_moved_on()
    {
        var view = await AtSignInAsync();

        foreach (var step in new[] { "signIn.1", "signIn.99", "test.5", "nonsense", "" })
        {
            Problem(await Wizard().CompleteAsync(Scope, view.Token, step, new StepAnswer.SignedIn(Return), Stop)).Kind.ShouldBe(
                WizardProblemKind.StepMovedOn, step);
        }
    }

    [Fact]
    public async Task Cancelling_needs_no_Kraken()
    {
        var view = await AtSignInAsync();
        var before = _kraken.Requests.Count;

        var cancelled = View(await Wizard().CancelAsync(Scope, view.Token, Stop));
        (cancelled.IsCancelled, cancelled.IsComplete, cancelled.Current).ShouldBe((true, false, null));
        _kraken.Requests.Count.ShouldBe(before);
    }

    private async Task<WizardView> AtSignInAsync()
    {
        var view = View(await Wizard().StartAsync(Scope, Stop));
        foreach (var option in new[] { "ELECTRIC_VEHICLES", "Tesla", "501", "none" })
        {
            view = await CompleteAsync(view, new StepAnswer.Option(option));
        }

        return view;
    }

    private async Task<WizardView> AtTestAsync()
    {
        var view = await AtSignInAsync();
        Device("ONBOARDING", "AUTHENTICATION_COMPLETE");
        view = await CompleteAsync(view, new StepAnswer.SignedIn(Return));
        return await CompleteAsync(view, new StepAnswer.Done());
    }

    private async Task<WizardView> CompleteAsync(WizardView view, StepAnswer answer) => View(await TryAsync(view, answer));

    private Task<WizardResult> TryAsync(WizardView view, StepAnswer answer) =>
        Wizard().CompleteAsync(Scope, view.Token, view.Current!.Id, answer, Stop);

    private async Task<OnboardingSighting> SeenAsync(WizardView view)
    {
        var devices = _kraken.LastAnswer("ReadDevices").Replace("\"devices\":", "\"d0\":", StringComparison.Ordinal);
        _kraken.Now("WatchOnboardings", devices);
        var watch = new Watch("onboarding", "key", new OnboardingWatch(Scope, view.Token).Write(), new("directline", "c"));
        return OnboardingSighting.Read((await _services!.GetServices<IWatchSource>().Single(
            source => source.Kind == OnboardingWatch.Kind).ReadAsync([watch], Stop)).ShouldHaveSingleItem().State);
    }

    private void Device(string lifecycle, string? state) => _kraken.Now("ReadDevices", $$$"""
        {"data":{"devices":[{"__typename":"SmartFlexVehicle","id":"D-1","deviceType":"ELECTRIC_VEHICLES","provider":"TESLA",
        "propertyId":"7",
        "make":"Tesla","model":"Model 3","status":{"current":"{{{lifecycle}}}",
        "currentState":{{{(state is null ? "null" : $"\"{state}\"")}}} }}]}}
        """);

    private IOnboardingWizard Wizard() => _wizard ??= Start();

    private IOnboardingWizard Start(params (string, string?)[] settings)
    {
        _services = _kraken.Start([("OnboardingApi", "Classic"), .. settings]);
        return _services.GetRequiredService<IOnboardingWizard>();
    }

    private static WizardView View(WizardResult result) => result.ShouldBeOfType<WizardResult.Ok>().View;

    private static WizardProblem Problem(WizardResult result) => result.ShouldBeOfType<WizardResult.Refused>().Problem;
}

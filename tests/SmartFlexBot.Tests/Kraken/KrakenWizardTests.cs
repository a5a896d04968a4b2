using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken;

public sealed class KrakenWizardTests
{
    private static readonly WizardScope Scope = new("A-1", 7);
    private static readonly WizardToken Token = new("WIZ-1");

    private readonly ScriptedKraken _kraken = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_start_gives_the_first_step_and_the_wizard_as_token()
    {
        _kraken.On("StartSmartFlexOnboarding", WizardSamples.Mutation("start"));

        var view = View(await Wizard().StartAsync(Scope, Stop));

        view.Token.ShouldBe(Token);
        view.Current.ShouldBeOfType<WizardStep.SelectDeviceType>().Options.ShouldBe([new("ELECTRIC_VEHICLES", "Electric vehicle")]);
        Input("StartSmartFlexOnboarding").ShouldBe("""{"accountNumber":"A-1","propertyId":7}""");
    }

    [Fact]
    public async Task The_samples_become_our_steps()
    {
        (await Step("choose make")).ShouldBeOfType<WizardStep.SelectMake>().ShouldSatisfyAllConditions(
            step => step.Kind.ShouldBe(DeviceKind.ElectricVehicle), step => step.Options.ShouldBe([new("Tesla", "Tesla", "Tesla")]));
        (await Step("choose model")).ShouldBeOfType<WizardStep.SelectVariant>().Options.ShouldBe(
            [new("501", "Model 3", "Tesla", "Model 3")]);
        (await Step("sign in")).ShouldBe(new WizardStep.AuthFlow(
            "STEP-6", new("http://127.0.0.1:8090/oem/authorize?state=demo"), new("http://127.0.0.1:8090/oem/done"), Error: null));
        (await Step("sign in failed")).ShouldBeOfType<WizardStep.AuthFlow>().Error.ShouldBe("access_denied");
        (await Step("virtual key")).ShouldBe(new WizardStep.TeslaSetupVirtualKey(
            "STEP-7", "Demo Energy", new("http://127.0.0.1:8090/tesla/_ak/demo")));
        (await Step("registering")).ShouldBe(new WizardStep.Wait("STEP-8", WaitReason.DeviceRegistration));

        var refused = (await Step("test refused")).ShouldBeOfType<WizardStep.TestCharge>();
        (refused.IsReady, refused.IsStarted, refused.Problem!.Failed).ShouldBe((false, false, false));
        refused.Problem.Reasons.ShouldBe(["DEVICE_AWAY_FROM_HOME"]);
        var failed = (await Step("test failed")).ShouldBeOfType<WizardStep.TestCharge>();
        failed.Problem!.Failed.ShouldBeTrue();
        failed.Problem.Reasons.ShouldBe(["SOC_LIMIT_REACHED"]);
    }

    public static TheoryData<string, WizardStep> OtherSteps => new()
    {
        { """{"__typename":"SelectVehicleOrChargePoint","id":"S"}""", new WizardStep.SelectVehicleOrChargePoint("S") },
        { """{"__typename":"UnsupportedCombination","id":"S"}""", new WizardStep.UnsupportedCombination("S") },
        { """{"__typename":"WaitForTransition","id":"S"}""", new WizardStep.Wait("S", WaitReason.Transition) },
        { """{"__typename":"WaitForLiveIntegration","id":"S"}""", new WizardStep.Wait("S", WaitReason.LiveIntegration) },
        { """{"__typename":"TeslaRegistrationFailed","id":"S","modifyScopesSelected":true}""", new WizardStep.TeslaRegistrationFailed(
            "S", true) },
        {
            """{"__typename":"TeslaModifyScopes","id":"S","modifyScopesUri":"https://tesla.example.test/scopes","redirectUri":null}""",
            new WizardStep.TeslaModifyScopes("S", new("https://tesla.example.test/scopes"), null)
        },
        { """{"__typename":"Retry","id":"S"}""", new WizardStep.Unknown("S", "Retry") },
        { """{"__typename":"SomethingNew","id":"S"}""", new WizardStep.Unknown("S", "SomethingNew") },
        { """{"__typename":"AuthFlow","id":"S","authorizationUri":null}""", new WizardStep.ProviderApp("S", null) },
        { """{"__typename":"AuthFlow","id":"S","authorizationUri":" "}""", new WizardStep.ProviderApp("S", null) },
        { """{"__typename":"AuthFlow","id":"S","authorizationUri":"javascript:alert(1)"}""", new WizardStep.Unknown("S", "AuthFlow") },
    };

    [Theory]
    [MemberData(nameof(OtherSteps))]
    public async Task Every_other_type_of_step_becomes_ours(string step, WizardStep expected) => (await StepOf(step)).ShouldBe(expected);

    [Theory]
    [InlineData("SelectChargePointMake", """{"chargePointMake":{"make":"Ohme"}}""", "Ohme")]
    [InlineData("SelectHeatPumpMake", """{"heatPumpMake":{"make":"Octopus"}}""", "Octopus")]
    [InlineData("SelectInverterMake", """{"inverterMake":{"make":"SolarEdge"}}""", "SolarEdge")]
    [InlineData("SelectHeatPumpVariant", """{"heatPumpVariant":{"make":"Octopus","model":"Cosy 6"}}""", "Cosy 6")]
    [InlineData("SelectInverterSystemType", """{"label":"Solar only"}""", "Solar only")]
    [InlineData("SelectUserVehicle", """{"vehicle":{"vin":"V","brand":"Tesla","model":"Model 3","year":2021,"displayName":"""
        + """null}}""", "Tesla Model 3 2021")]
    [InlineData("SelectUserVehicle", """{"vehicle":{"displayName":"Blue one"}}""", "Blue one")]
    [InlineData("SelectSessionDevice", """{"sessionDevice":{"id":"1","name":"Garage","make":"myenergi","model":"zappi"}}""", "Garage")]
    public async Task Options_carry_what_the_customer_knows_them_by(string type, string fields, string label)
    {
        var option = JsonNode.Parse(fields)!;
        option["id"] = 17; // Some tenants send ids as numbers.

        Options(await StepOf($$"""{"__typename":"{{type}}","id":"S","options":[null,{{option.ToJsonString()}}]}""")).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(found => found.Id.ShouldBe("17"), found => found.Label.ShouldBe(label));
    }

    [Fact]
    public async Task Variants_carry_battery_and_power_and_their_years_only_where_names_repeat()
    {
        var cars = Options(await StepOf("""
            {"__typename":"SelectVehicleVariant","id":"S","options":[
            {"id":"1","electricVehicleVariant":{"make":"Tesla","model":"Model 3","availableFrom":2019,"availableTo":2023,
            "batterySize":"57.50"}},
            {"id":"2","electricVehicleVariant":{"make":"Tesla","model":"Model 3","availableFrom":2023,"availableTo":null,"batterySize":60}},
            {"id":"3","electricVehicleVariant":{"make":"Tesla","model":"Model Y","availableFrom":2020,"availableTo":null,
            "batterySize":null}}]}
            """));
        cars.Select(option => option.Label).ShouldBe(["Model 3 (2019–2023)", "Model 3 (2023–)", "Model Y"]);
        cars.Select(option => option.BatterySize).ShouldBe([57.5m, 60m, null]);

        Options(await StepOf("""
            {"__typename":"SelectChargePointVariant","id":"S","options":[
            {"id":"9","electricChargePointVariant":{"make":"myenergi","model":"zappi","powerOutput":"7.4"}}]}
            """)).ShouldBe([new("9", "zappi", "myenergi", "zappi", PowerInKw: 7.4m)]);
    }

    [Fact]
    public async Task Inputs_and_actions_are_told_in_full()
    {
        var input = (await StepOf("""
            {"__typename":"UserInputRequired","id":"S","inputError":{"message":"Wrong"},"userInputs":[
            {"key":"serial","description":"Serial number","value":"1","isRequired":true,"isVerified":false,"regex":"[0-9]+"}]}
            """)).ShouldBeOfType<WizardStep.UserInputRequired>();
        input.Error.ShouldBe("Wrong");
        input.Inputs.ShouldBe([new("serial", "Serial number", "1", true, "[0-9]+", false)]);

        (await StepOf("""{"__typename":"UserActionRequired","id":"S","userActions":[{"userAction":"open_app","description":"Open """
            + """it","uri":"https://app.example.test/"}]}"""))
            .ShouldBeOfType<WizardStep.UserActionRequired>().Actions.ShouldBe(
                [new("open_app", "Open it", new("https://app.example.test/"))]);
        (await StepOf("""{"__typename":"TerminalError","id":"S","terminalErrors":[{"errorCode":"E1"}]}"""))
            .ShouldBeOfType<WizardStep.TerminalError>().Codes.ShouldBe(["E1"]);
    }

    public static TheoryData<StepAnswer, string, string> Answers => new()
    {
        { new StepAnswer.Option("Tesla"), "SelectFromList", """{"wizardId":"WIZ-1","stepId":"S","selectedOption":"Tesla"}""" },
        { new StepAnswer.Integration(DeviceKind.ElectricVehicle), "SelectVehicleOrChargePoint",
            """{"wizardId":"WIZ-1","stepId":"S","selectedIntegration":"ELECTRIC_VEHICLE"}""" },
        { new StepAnswer.Integration(DeviceKind.ChargePoint), "SelectVehicleOrChargePoint",
            """{"wizardId":"WIZ-1","stepId":"S","selectedIntegration":"CHARGE_POINT"}""" },
        { new StepAnswer.SignedIn("https://x.example.test/?code=1"), "CompleteAuthFlow",
            """{"wizardId":"WIZ-1","stepId":"S","continuationUri":"https://x.example.test/?code=1"}""" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_goes_to_its_own_mutation_and_brings_the_next_step(StepAnswer answer, string operation, string input)
    {
        _kraken.On(operation, WizardSamples.Mutation("virtual key"));

        View(await Wizard().CompleteAsync(Scope, Token, "S", answer, Stop)).Current.ShouldBeOfType<WizardStep.TeslaSetupVirtualKey>();

        Input(operation).ShouldBe(input);
        _kraken.Asked("ReadOnboarding").ShouldBeEmpty();
    }

    [Fact]
    public async Task Inputs_travel_as_JSON_in_a_text()
    {
        _kraken.On("CompleteUserInputRequired", WizardSamples.Mutation("registering"));

        await Wizard().CompleteAsync(
            Scope, Token, "S", new StepAnswer.Inputs(new Dictionary<string, string> { ["serial"] = "a\"b" }), Stop);

        var text = _kraken.Asked("CompleteUserInputRequired").Single().Variables["input"]!["userInputs"]!.GetValue<string>();
        JsonNode.Parse(text)!["serial"]!.GetValue<string>().ShouldBe("a\"b");
    }

    [Theory]
    [InlineData("virtual key", "STEP-7", "CompleteTeslaSetupVirtualKey")]
    [InlineData("action", "S", "CompleteUserAction")]
    public async Task Done_goes_to_the_mutation_of_the_step(string sample, string stepId, string operation)
    {
        var wizard = sample == "action"
            ? WizardSamples.WithStep("""{"__typename":"UserActionRequired","id":"S","userActions":[]}""")
            : WizardSamples.Wizard(sample);
        _kraken.On("ReadOnboarding", WizardSamples.Read(wizard)).On(operation, WizardSamples.Mutation("complete"));

        View(await Wizard().CompleteAsync(Scope, Token, stepId, new StepAnswer.Done(), Stop)).IsComplete.ShouldBeTrue();

        Input(operation).ShouldBe($$"""{"wizardId":"WIZ-1","stepId":"{{stepId}}"}""");
    }

    [Fact]
    public async Task Done_for_a_step_that_moved_on_changes_nothing()
    {
        _kraken.On("ReadOnboarding", WizardSamples.Read("virtual key"));

        Problem(await Wizard().CompleteAsync(Scope, Token, "STEP-6", new StepAnswer.Done(), Stop)).Kind.ShouldBe(
            WizardProblemKind.StepMovedOn);
    }

    [Fact]
    public async Task Steps_without_a_documented_mutation_cannot_be_completed()
    {
        _kraken.On("ReadOnboarding", WizardSamples.Read(WizardSamples.WithStep("""{"__typename":"TeslaRegistrationFailed","id":"S"}""")));

        Problem(await Wizard().CompleteAsync(Scope, Token, "S", new StepAnswer.Done(), Stop)).Kind.ShouldBe(WizardProblemKind.NotOffered);
    }

    [Fact]
    public async Task A_test_that_starts_by_itself_is_only_read()
    {
        _kraken.On("ReadOnboarding", WizardSamples.Read("test refused"));

        View(await Wizard().CompleteAsync(
            Scope, Token, "STEP-9", new StepAnswer.Done(), Stop)).Current.ShouldBeOfType<WizardStep.TestCharge>();
    }

    [Fact]
    public async Task A_test_that_starts_by_itself_is_asked_for_again_after_it_failed()
    {
        _kraken.On("ReadOnboarding", WizardSamples.Read("test failed"))
            .On("TriggerTestCharge", """{"data":{"triggerTestCharge":{"krakenflexDevice":null}}}""");

        View(await Wizard().CompleteAsync(Scope, Token, "STEP-9", new StepAnswer.Done(), Stop)).Current
            .ShouldBeOfType<WizardStep.TestCharge>().IsStarted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_triggered_test_shows_as_started()
    {
        _kraken.On("ReadOnboarding", WizardSamples.Read("test failed"))
            .On("TriggerTestCharge", """{"data":{"triggerTestCharge":{"krakenflexDevice":{"krakenflexDeviceId":"D"}}}}""");

        var view = View(
            await Wizard(("TestChargeStart", "TriggerTestCharge")).CompleteAsync(Scope, Token, "STEP-9", new StepAnswer.Done(), Stop));

        view.Current.ShouldBe(new WizardStep.TestCharge("STEP-9", IsReady: true, IsStarted: true, Problem: null));
        Input("TriggerTestCharge").ShouldBe("""{"accountNumber":"A-1"}""");
    }

    [Fact]
    public async Task A_tenant_that_wants_startTestCharge_gets_it()
    {
        _kraken.On("ReadOnboarding", WizardSamples.Read("test failed")).On("StartTestCharge", WizardSamples.Mutation("complete"));

        View(await Wizard(("TestChargeStart", "StartTestCharge")).CompleteAsync(Scope, Token, "STEP-9", new StepAnswer.Done(), Stop))
            .IsComplete.ShouldBeTrue();
    }

    [Fact]
    public async Task A_refused_test_names_its_reasons_without_their_prefix()
    {
        _kraken.On("ReadOnboarding", WizardSamples.Read("test failed")).On("TriggerTestCharge", WizardSamples.Errors["KT-CT-4355"]);

        var problem = Problem(
            await Wizard(("TestChargeStart", "TriggerTestCharge")).CompleteAsync(Scope, Token, "STEP-9", new StepAnswer.Done(), Stop));

        problem.Kind.ShouldBe(WizardProblemKind.NotReady);
        problem.Reasons.ShouldBe(["DEVICE_DISCONNECTED", "DEVICE_AWAY_FROM_HOME"]);
    }

    [Theory]
    [InlineData("KT-CT-4372", WizardProblemKind.StepMovedOn)]
    [InlineData("KT-CT-4377", WizardProblemKind.StepMovedOn)]
    [InlineData("KT-CT-4378", WizardProblemKind.StepMovedOn)]
    [InlineData("KT-CT-4376", WizardProblemKind.TryLater)]
    [InlineData("KT-CT-7899", WizardProblemKind.TryLater)]
    [InlineData("KT-CT-1199", WizardProblemKind.TryLater)]
    [InlineData("KT-CT-4371", WizardProblemKind.Gone)]
    [InlineData("KT-CT-4391", WizardProblemKind.Gone)]
    [InlineData("KT-CT-4375", WizardProblemKind.BadAnswer)]
    [InlineData("KT-CT-4321", WizardProblemKind.BadAnswer)]
    [InlineData("KT-CT-4328", WizardProblemKind.BadAnswer)]
    [InlineData("KT-CT-4379", WizardProblemKind.NotReady)]
    [InlineData("KT-CT-4362", WizardProblemKind.NotReady)]
    [InlineData("KT-CT-4363", WizardProblemKind.NoCapableDevice)]
    [InlineData("KT-CT-4324", WizardProblemKind.RegistrationInProgress)]
    [InlineData("KT-CT-4312", WizardProblemKind.SignInFailed)]
    [InlineData("KT-CT-4314", WizardProblemKind.SignInFailed)]
    [InlineData("KT-CT-4322", WizardProblemKind.SignInFailed)]
    [InlineData("KT-CT-4323", WizardProblemKind.NotAllowed)]
    [InlineData("KT-CT-1113", WizardProblemKind.NotOffered)]
    [InlineData("KT-CT-99999", WizardProblemKind.Unknown)]
    [InlineData("KT-GB-4372", WizardProblemKind.Unknown)]
    public async Task Each_code_asks_for_its_own_reaction(string code, WizardProblemKind kind)
    {
        _kraken.On("SelectFromList", ScriptedKraken.Error(code, "result"));

        var problem = Problem(await Wizard().CompleteAsync(Scope, Token, "S", new StepAnswer.Option("x"), Stop));

        (problem.Kind, problem.Code).ShouldBe((kind, code));
    }

    [Fact]
    public async Task A_call_that_the_tenant_does_not_know_is_not_offered()
    {
        _kraken.On(
            "SelectFromList",
            """{"errors":[{"message":"Cannot query field 'selectFromListForSmartFlexOnboarding' on type 'Mutation'."}]}""");

        Problem(await Wizard().CompleteAsync(Scope, Token, "S", new StepAnswer.Option("x"), Stop)).Kind.ShouldBe(
            WizardProblemKind.NotOffered);
    }

    [Fact]
    public async Task A_complete_wizard_names_its_device()
    {
        _kraken.On("ReadOnboarding", WizardSamples.Read(
            WizardSamples.Wizard("complete"), """[{"id":"D-0","onboardingWizard":null},{"id":"D-1","onboardingWizard":{"id":"WIZ-1"}}]"""));

        var view = View(await Wizard().ReadAsync(Scope, Token, Stop));

        view.ShouldBe(new WizardView(Token, Current: null, IsComplete: true, IsCancelled: false, "D-1"));
    }

    [Theory]
    [InlineData("""[{"id":"D-0","status":{"current":"RETIRED"}},{"id":"D-1","status":{"current":"LIVE"}}]""", "D-1")]
    [InlineData("""[{"id":"D-0","status":{"current":"LIVE"}},{"id":"D-1","status":{"current":"LIVE"}}]""", null)]
    public async Task A_complete_wizard_that_no_device_names_is_the_only_devices(string devices, string? expected)
    {
        _kraken.On("ReadOnboarding", WizardSamples.Read(WizardSamples.Wizard("complete"), devices));

        View(await Wizard().ReadAsync(Scope, Token, Stop)).DeviceId.ShouldBe(expected);
    }

    [Fact]
    public async Task A_cancelled_wizard_is_no_success()
    {
        _kraken.On("ReadOnboarding", """{"data":{"kept":[],"all":[{"id":"WIZ-1"}],"devices":[]}}""");

        View(await Wizard().ReadAsync(Scope, Token, Stop)).ShouldBe(new WizardView(Token, null, IsComplete: false, IsCancelled: true));
    }

    [Fact]
    public async Task A_wizard_that_is_nowhere_is_gone()
    {
        _kraken.On("ReadOnboarding", """{"data":{"kept":[],"all":[],"devices":[]}}""");

        Problem(await Wizard().ReadAsync(Scope, Token, Stop)).Kind.ShouldBe(WizardProblemKind.Gone);
    }

    [Fact]
    public async Task A_wizard_is_read_although_the_devices_are_not()
    {
        var answer = JsonNode.Parse(WizardSamples.Read("sign in"))!;
        answer["data"]!["devices"] = null;
        answer["errors"] = JsonNode.Parse("""[{"message":"m","path":["devices"],"extensions":{"errorCode":"KT-CT-4360"}}]""");
        _kraken.On("ReadOnboarding", answer.ToJsonString());

        View(await Wizard().ReadAsync(Scope, Token, Stop)).Current.ShouldBeOfType<WizardStep.AuthFlow>();
    }

    [Fact]
    public async Task A_cancelled_wizard_cancelled_again_stays_cancelled()
    {
        _kraken.On(
            "CancelSmartFlexOnboarding", """{"data":{"result":{"wizard":{"id":"WIZ-1"}}}}""", ScriptedKraken.Error("KT-CT-4391", "result"));
        var wizard = Wizard();

        View(await wizard.CancelAsync(Scope, Token, Stop)).IsCancelled.ShouldBeTrue();
        View(await wizard.CancelAsync(Scope, Token, Stop)).IsCancelled.ShouldBeTrue();
    }

    [Fact]
    public async Task An_onboarding_begun_earlier_is_found()
    {
        _kraken.On("FindResumableOnboarding",
            new JsonObject { ["data"] = new JsonObject { ["kept"] = new JsonArray(WizardSamples.Wizard("virtual key")) } }.ToJsonString(),
            """{"data":{"kept":[]}}""");
        var wizard = Wizard();

        (await wizard.FindResumableAsync(Scope, Stop))!.Current.ShouldBeOfType<WizardStep.TeslaSetupVirtualKey>();
        (await wizard.FindResumableAsync(Scope, Stop)).ShouldBeNull();
    }

    private async Task<WizardStep?> Step(string sample)
    {
        _kraken.Now("ReadOnboarding", WizardSamples.Read(sample));
        return View(await Wizard().ReadAsync(Scope, Token, Stop)).Current;
    }

    private async Task<WizardStep?> StepOf(string step)
    {
        _kraken.Now("ReadOnboarding", WizardSamples.Read(WizardSamples.WithStep(step)));
        return View(await Wizard().ReadAsync(Scope, Token, Stop)).Current;
    }

    private static IReadOnlyList<WizardOption> Options(WizardStep? step) => step switch
    {
        WizardStep.SelectMake make => make.Options,
        WizardStep.SelectVariant variant => variant.Options,
        WizardStep.SelectUserVehicle vehicle => vehicle.Options,
        WizardStep.SelectSessionDevice device => device.Options,
        _ => throw new ShouldAssertException($"{step} has no options."),
    };

    private IOnboardingWizard Wizard(params (string, string?)[] settings) =>
        _kraken.Start(settings).GetRequiredService<IOnboardingWizard>();

    private string Input(string operation) => _kraken.Asked(operation).Single().Variables["input"]!.ToJsonString();

    private static WizardView View(WizardResult result) => result.ShouldBeOfType<WizardResult.Ok>().View;

    private static WizardProblem Problem(WizardResult result) => result.ShouldBeOfType<WizardResult.Refused>().Problem;
}

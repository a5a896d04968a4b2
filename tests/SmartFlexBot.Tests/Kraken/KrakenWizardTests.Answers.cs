using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken;

/// <content>Where an answer goes, and what a test is.</content>
public sealed partial class KrakenWizardTests
{
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
}

using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken;

public sealed partial class KrakenWizardTests
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

    /// <summary>Null: the tenant has no such call, so there is nothing to go on with. What fails otherwise is asked for again.</summary>
    [Theory]
    [InlineData("KT-CT-1113", true)]
    [InlineData("KT-CT-1199", false)]
    [InlineData("KT-CT-4360", false)]
    [InlineData(null, false)]
    public async Task Whether_something_was_begun_earlier_is_known_or_asked_again(string? code, bool isNone)
    {
        _kraken.On("FindResumableOnboarding", code is null ? "<html>" : ScriptedKraken.Error(code, "kept"));
        var find = () => Wizard().FindResumableAsync(Scope, Stop);

        if (isNone)
        {
            (await find()).ShouldBeNull();
        }
        else
        {
            (await Should.ThrowAsync<TenantUnavailableException>(find)).Message.ShouldContain(code ?? "could not be read");
        }
    }

    [Theory]
    [InlineData("KT-CT-1199", null)]
    [InlineData("KT-CT-4323", WizardProblemKind.NotAllowed)]
    public async Task A_read_that_is_refused_is_a_refusal_and_one_that_is_put_off_is_none(string code, WizardProblemKind? kind)
    {
        _kraken.On("ReadOnboarding", ScriptedKraken.Error(code, "kept"));
        var read = () => Wizard().ReadAsync(Scope, Token, Stop);

        if (kind is null)
        {
            (await Should.ThrowAsync<TenantUnavailableException>(read)).Message.ShouldContain(code);
        }
        else
        {
            Problem(await read()).Kind.ShouldBe(kind.Value);
        }
    }

    private IOnboardingWizard Wizard(params (string, string?)[] settings) =>
        _kraken.Start(settings).GetRequiredService<IOnboardingWizard>();

    private string Input(string operation) => _kraken.Asked(operation).Single().Variables["input"]!.ToJsonString();

    private static WizardView View(WizardResult result) => result.ShouldBeOfType<WizardResult.Ok>().View;

    private static WizardProblem Problem(WizardResult result) => result.ShouldBeOfType<WizardResult.Refused>().Problem;
}

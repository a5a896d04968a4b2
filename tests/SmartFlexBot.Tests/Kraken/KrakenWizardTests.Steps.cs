using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken;

/// <content>What Kraken's steps become.</content>
public sealed partial class KrakenWizardTests
{
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
    [InlineData("SelectSessionDevice", """{"sessionDevice":{"make":"myenergi","model":"zappi"}}""", "myenergi zappi")]
    [InlineData("SelectSessionDevice", """{"sessionDevice":{"id":"1"}}""", "17")]
    [InlineData("SelectUserVehicle", """{"vehicle":{"vin":null}}""", "17")]
    [InlineData("SelectInverterSystemType", """{"label":null}""", "17")]
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
            "batterySize":null}},
            {"id":"4","electricVehicleVariant":{"make":"Tesla","model":"Model 3","availableFrom":null,"availableTo":null}},
            {"id":"5","electricVehicleVariant":{"make":"Tesla","model":"Model 3","availableFrom":null,"availableTo":2018}}]}
            """));
        cars.Select(option => option.Label).ShouldBe(["Model 3 (2019–2023)", "Model 3 (2023–)", "Model Y", "Model 3", "Model 3 (–2018)"]);
        cars.Select(option => option.BatterySize).ShouldBe([57.5m, 60m, null, null, null]);

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
}

namespace SmartFlexBot.Tests.KrakenSimulator;

public sealed class WizardErrorTests
{
    private const string Anna = "A-7E51A001";
    private const string Carla = "A-2B0C3003";

    [Fact]
    public async Task Wrong_ids_and_answers_are_refused_and_change_nothing()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var wizard = new WizardDriver(host, Anna, 1001);
        await wizard.StartAsync();
        var step = wizard.StepId;

        (await wizard.RefusedAsync("selectFromList", "selectedOption: \"SPACESHIPS\"")).ShouldBe("KT-CT-4375");
        (await wizard.RefusedAsync("selectFromList", "selectedOption: \"ELECTRIC_VEHICLES\"", "no-such-step")).ShouldBe("KT-CT-4377");
        (await wizard.RefusedAsync("completeAuthFlow", "continuationUri: \"http://x.test/\"")).ShouldBe("KT-CT-4378");
        (await host.RefusedAsync(
            """
            mutation {
              selectFromListForSmartFlexOnboarding(input: { wizardId: "nothing", stepId: "1", selectedOption: "1" }) { wizard { id } }
            }
            """))
            .ShouldBe("KT-CT-4371");
        await wizard.ReadAsync();
        wizard.StepId.ShouldBe(step);
        (await host.CountAsync("selectFromListForSmartFlexOnboarding", Anna)).ShouldBe((0, 2));
        (await host.CountAsync("selectFromListForSmartFlexOnboarding", null)).ShouldBe((0, 1));
    }

    [Fact]
    public async Task An_earlier_answer_can_be_changed_and_later_steps_are_new()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var wizard = new WizardDriver(host, Anna, 1001);
        await wizard.StartAsync();
        await wizard.SelectAsync("ELECTRIC_VEHICLES");
        var makeStep = wizard.StepId;
        await wizard.SelectAsync("Tesla");
        var teslaModels = wizard.StepId;

        (await wizard.SelectAsync("Ford", makeStep)).ShouldBe("SelectVehicleVariant");
        wizard.StepId.ShouldNotBe(teslaModels);
        wizard.Wizard.GetProperty("displayName").GetString().ShouldBe("Ford");
        (await wizard.RefusedAsync("selectFromList", "selectedOption: \"1285\"", teslaModels)).ShouldBe("KT-CT-4377");
    }

    [Fact]
    public async Task A_cancelled_wizard_says_so_and_has_no_step()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var wizard = new WizardDriver(host, Anna, 1001);
        await wizard.StartAsync();
        await wizard.CancelAsync();

        (await wizard.RefusedAsync("selectFromList", "selectedOption: \"ELECTRIC_VEHICLES\"")).ShouldBe("KT-CT-4391");
        (await wizard.ResumeAsync()).ShouldBeFalse();
        var shown = await host.RunAsync($$"""
            { none: smartFlexOnboardingWizards(accountNumber: "{{Anna}}") { id }
              all: smartFlexOnboardingWizards(accountNumber: "{{Anna}}", includeCancelled: true) {
                currentStep { id } resumable { isResumable } } }
            """);
        shown.At("none").GetArrayLength().ShouldBe(0);
        shown.Text("all.0.currentStep").ShouldBeNull();
        shown.Text("all.0.resumable.isResumable").ShouldBe("false");
    }

    [Fact]
    public async Task A_second_start_answers_with_the_wizard_that_is_there()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var (first, second, elsewhere) =
            (new WizardDriver(host, Carla, 1003), new WizardDriver(host, Carla, 1003), new WizardDriver(host, Carla, 1004));
        await first.StartAsync();
        await second.StartAsync();
        await elsewhere.StartAsync();
        second.Id.ShouldBe(first.Id);
        elsewhere.Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task A_final_address_of_another_sign_in_is_refused_and_the_right_one_works_once()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var wizard = new WizardDriver(host, Anna, 1001);
        await wizard.ChooseAsync("Tesla", "Model 3");
        var step = wizard.StepId;
        (await wizard.RefusedAsync("completeAuthFlow", "continuationUri: \"http://x.test/?code=1&state=2\"")).ShouldBe("KT-CT-4375");
        (await wizard.RefusedAsync("completeAuthFlow", "continuationUri: \"nonsense\"")).ShouldBe("KT-CT-4375");

        var address = await host.DecideAsync(wizard.Step.GetProperty("authorizationUri").GetString()!);
        await wizard.FinishSignInAsync(address);
        (await wizard.RefusedAsync("completeAuthFlow", $"continuationUri: \"{address.AbsoluteUri}\"", step)).ShouldBe("KT-CT-4377");
    }

    [Fact]
    public async Task The_old_select_mutations_still_work()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var wizard = new WizardDriver(host, Anna, 1001);
        await wizard.StartAsync();
        (await wizard.CompleteAsync("selectDeviceType", "selectedOption: \"ELECTRIC_VEHICLES\"")).ShouldBe("SelectVehicleMake");
        (await wizard.RefusedAsync("selectChargePointMake", "selectedOption: \"Ohme\"")).ShouldBe("KT-CT-4378");
    }

    [Theory]
    [InlineData("Automatic", "KT-CT-1113", true)]
    [InlineData("TriggerTestCharge", "KT-CT-1113", false)]
    [InlineData("StartTestCharge", "KT-CT-4379", false)]
    public async Task How_a_test_begins_is_a_setting(string setting, string unpluggedCode, bool beginsByItself)
    {
        await using var host = await SimulatorHost.SignedInAsync(("TestChargeStart", setting));
        await host.CarAsync(Anna, new { virtualKey = true, pluggedIn = false });
        var wizard = new WizardDriver(host, Anna, 1001);
        await wizard.ChooseAsync("Tesla", "Model 3");
        await wizard.SignInAsync();
        await host.AdvanceAsync("PT20S");
        await wizard.ReadAsync();
        (await wizard.RefusedAsync("startTestCharge")).ShouldBe(unpluggedCode);

        await host.CarAsync(Anna, new { pluggedIn = true });
        await wizard.ReadAsync();
        wizard.Step.GetProperty("isReady").GetBoolean().ShouldBeTrue();
        wizard.Step.GetProperty("isStarted").GetBoolean().ShouldBe(beginsByItself);
        if (setting == "StartTestCharge")
        {
            await wizard.CompleteAsync("startTestCharge");
        }

        if (setting == "TriggerTestCharge")
        {
            await host.RunAsync(
                $$"""mutation { triggerTestCharge(input: { accountNumber: "{{Anna}}" }) { krakenflexDevice { status } } }""");
        }

        await host.AdvanceAsync("PT7M");
        (await wizard.ReadAsync()).ShouldBeNull();
    }
}

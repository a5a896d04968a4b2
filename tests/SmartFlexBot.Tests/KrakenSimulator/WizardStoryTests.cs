namespace SmartFlexBot.Tests.KrakenSimulator;

public sealed class WizardStoryTests
{
    private const string Anna = "A-7E51A001";

    [Fact]
    public async Task A_tesla_goes_from_the_first_step_to_live()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var wizard = new WizardDriver(host, Anna, 1001);

        (await wizard.ChooseAsync("Tesla", "Model 3 Long Range", "myenergi", "zappi")).ShouldBe("AuthFlow");
        wizard.Wizard.GetProperty("displayName").GetString().ShouldBe("Tesla Model 3 Long Range");
        wizard.Step.GetProperty("redirectUri").GetString().ShouldBe("http://simulator/auth/return");

        (await wizard.SignInAsync()).ShouldBe("SmartFlexOnboardingDeviceRegistration");
        (await DevicesAsync(host, Anna)).ShouldBeEmpty();

        await host.AdvanceAsync("PT20S");
        (await wizard.ReadAsync()).ShouldBe("TeslaSetupVirtualKey");
        (await DevicesAsync(host, Anna)).ShouldBe(["ONBOARDING/AUTHENTICATION_COMPLETE/NONE"]);

        await host.ApproveKeyAsync(wizard.Step.GetProperty("uri").GetString()!);
        (await wizard.CompleteAsync("completeTeslaSetupVirtualKey")).ShouldBe("TestCharge");
        wizard.Step.GetProperty("isStarted").GetBoolean().ShouldBeTrue();
        (await DevicesAsync(host, Anna)).ShouldBe(["ONBOARDING_TEST_IN_PROGRESS/TEST_CHARGE_IN_PROGRESS/NONE"]);

        await host.AdvanceAsync("PT7M");
        (await wizard.ReadAsync()).ShouldBeNull();
        wizard.Wizard.GetProperty("completedSteps").GetArrayLength().ShouldBe(0);
        (await DevicesAsync(host, Anna)).ShouldBe(["PENDING_LIVE/SETUP_COMPLETE/NONE"]);

        await host.AdvanceAsync("PT30S");
        (await DevicesAsync(host, Anna)).ShouldBe(["LIVE/SMART_CONTROL_CAPABLE/NONE"]);
        (await host.CountAsync("selectFromListForSmartFlexOnboarding", Anna)).ShouldBe((5, 0));
    }

    [Fact]
    public async Task A_missing_virtual_key_shows_in_the_test_and_approving_it_starts_the_next()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var wizard = await AtVirtualKeyAsync(host);
        var keyUri = wizard.Step.GetProperty("uri").GetString()!;

        await wizard.CompleteAsync("completeTeslaSetupVirtualKey");
        await host.AdvanceAsync("PT7M");
        (await wizard.ReadAsync()).ShouldBe("TestCharge");
        Problem(wizard).ShouldBe("UNABLE_TO_COMPLETE_TEST_CHARGE: ASSESSMENTS_FAILED");
        (await DevicesAsync(host, Anna)).ShouldBe(["FAILED_ONBOARDING_TEST/TEST_CHARGE_FAILED/ASSESSMENTS_FAILED"]);

        // Kraken dates a change after the failure by the clock; here the clock stands still.
        await host.AdvanceAsync("PT1S");
        await host.ApproveKeyAsync(keyUri);
        await wizard.ReadAsync();
        wizard.Step.GetProperty("isStarted").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_car_that_is_away_is_refused_and_its_return_starts_the_test()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.CarAsync(Anna, new { atHome = false, pluggedIn = false, virtualKey = true });
        var wizard = new WizardDriver(host, Anna, 1001);
        await wizard.ChooseAsync("Tesla", "Model 3");
        await wizard.SignInAsync();
        await host.AdvanceAsync("PT20S");

        (await wizard.ReadAsync()).ShouldBe("TestCharge");
        wizard.Step.GetProperty("isReady").GetBoolean().ShouldBeFalse();
        Problem(wizard).ShouldBe("UNABLE_TO_INITIATE_TEST_CHARGE: DEVICE_AWAY_FROM_HOME, DEVICE_DISCONNECTED");

        await host.CarAsync(Anna, new { atHome = true, pluggedIn = true });
        await wizard.ReadAsync();
        wizard.Step.GetProperty("isStarted").GetBoolean().ShouldBeTrue();

        await host.AdvanceAsync("PT3M");
        await host.CarAsync(Anna, new { pluggedIn = false });
        (await DevicesAsync(host, Anna)).ShouldBe(["FAILED_ONBOARDING_TEST/TEST_CHARGE_FAILED/DEVICE_DISCONNECTED"]);
    }

    [Fact]
    public async Task A_denied_sign_in_comes_again_with_a_new_link()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var wizard = new WizardDriver(host, Anna, 1001);
        await wizard.ChooseAsync("Tesla", "Model 3");
        var (firstStep, firstLink) = (wizard.StepId, wizard.Step.GetProperty("authorizationUri").GetString()!);

        (await wizard.FinishSignInAsync(await host.DecideAsync(firstLink, "deny"))).ShouldBe("AuthFlow");
        wizard.StepId.ShouldNotBe(firstStep);
        wizard.Step.GetProperty("authorizationUri").GetString().ShouldNotBe(firstLink);
        wizard.Step.GetProperty("authError").GetProperty("description").GetString().ShouldBe("access_denied");
        (await wizard.SignInAsync()).ShouldBe("SmartFlexOnboardingDeviceRegistration");
    }

    [Fact]
    public async Task Two_cars_on_the_account_are_asked_about()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var wizard = new WizardDriver(host, "A-2CA27007", 1008);
        await wizard.ChooseAsync("Tesla", "Model Y");

        (await wizard.SignInAsync()).ShouldBe("SelectUserVehicle");
        wizard.Options.ShouldBe(["tesla-0007", "tesla-0008"]);
        (await wizard.SelectAsync("tesla-0008")).ShouldBe("SmartFlexOnboardingDeviceRegistration");
    }

    [Fact]
    public async Task An_aggregator_takes_its_time()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var wizard = new WizardDriver(host, "A-3F9C0013", 1014);
        await wizard.ChooseAsync("Volkswagen", "ID.3");

        (await wizard.SignInAsync()).ShouldBe("WaitForTransition");
        await host.AdvanceAsync("PT1M");
        (await wizard.ReadAsync()).ShouldBe("SmartFlexOnboardingDeviceRegistration");
        await host.AdvanceAsync("PT20S");
        (await wizard.ReadAsync()).ShouldBe("TestCharge");
    }

    [Fact]
    public async Task A_make_that_is_not_live_waits_and_the_charge_point_is_the_way_out()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var wizard = new WizardDriver(host, "A-B7D09009", 1010);

        (await wizard.ChooseAsync("BYD", "Dolphin", "myenergi", "zappi")).ShouldBe("WaitForLiveIntegration");
        wizard.Step.GetProperty("isLive").GetBoolean().ShouldBeFalse();

        var choice = wizard.Wizard.GetProperty("completedSteps").EnumerateArray()
            .Single(step => step.GetProperty("__typename").GetString() == "SelectVehicleOrChargePoint").GetProperty("id").GetString();
        (await wizard.CompleteAsync("selectVehicleOrChargePoint", "selectedIntegration: CHARGE_POINT", choice)).ShouldBe("AuthFlow");
    }

    [Fact]
    public async Task An_ohme_and_a_car_through_an_aggregator_do_not_go_together()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var wizard = new WizardDriver(host, "A-04E30014", 1015);

        (await wizard.ChooseAsync("Renault", "Zoe", "Ohme", "Home Pro")).ShouldBe("UnsupportedCombination");
    }

    [Fact]
    public async Task A_charge_point_shows_as_one_and_has_no_state_of_charge()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var wizard = new WizardDriver(host, "A-04E30014", 1015);
        await wizard.ChooseAsync("Tesla", "Model 3", "Ohme", "Home Pro", "CHARGE_POINT");
        await wizard.SignInAsync();
        await host.AdvanceAsync("PT8M");

        var devices = await host.RunAsync("""
            { devices(accountNumber: "A-04E30014") { __typename deviceType provider
              status { current ... on SmartFlexChargePointStatus { stateOfCharge { value } } } } }
            """);
        devices.Text("devices.0.__typename").ShouldBe("SmartFlexChargePoint");
        devices.Text("devices.0.deviceType").ShouldBe("ELECTRIC_VEHICLES");
        devices.Text("devices.0.status.current").ShouldBe("LIVE");
        devices.Text("devices.0.status.stateOfCharge").ShouldBeNull();
    }

    [Fact]
    public async Task A_heat_pump_needs_no_test_and_a_battery_has_no_way()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var wizard = new WizardDriver(host, "A-D0E51010", 1011);
        await wizard.StartAsync();
        var first = wizard.StepId;

        (await wizard.SelectAsync("BATTERIES")).ShouldBe("TerminalError");
        await wizard.SelectAsync("HEAT_PUMPS", first);
        await wizard.SelectAsync("Octopus");
        (await wizard.SelectAsync("Cosy 6")).ShouldBe("AuthFlow");
        await wizard.SignInAsync();
        await host.AdvanceAsync("PT20S");
        (await wizard.ReadAsync()).ShouldBeNull();
        (await DevicesAsync(host, "A-D0E51010")).ShouldBe(["LIVE/SMART_CONTROL_CAPABLE/"]);
    }

    [Fact]
    public async Task The_half_way_customers_go_on_where_they_were()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var elena = new WizardDriver(host, "A-4A1F5005", 1006);
        (await elena.ResumeAsync()).ShouldBeTrue();
        elena.Type.ShouldBe("TeslaSetupVirtualKey");
        (await DevicesAsync(host, "A-4A1F5005")).ShouldBe(["ONBOARDING/AUTHENTICATION_COMPLETE/NONE"]);

        var olga = new WizardDriver(host, "A-4A1F5015", 1016);
        (await olga.ResumeAsync()).ShouldBeTrue();
        olga.Type.ShouldBe("AuthFlow");
        (await olga.SignInAsync()).ShouldBe("SmartFlexOnboardingDeviceRegistration");
    }

    internal static async Task<IReadOnlyList<string>> DevicesAsync(SimulatorHost host, string account)
    {
        var answer = await host.RunAsync("""
            query($a: String!) { devices(accountNumber: $a) { status { current currentState
              ... on SmartFlexVehicleStatus { testDispatchFailureReason } } } }
            """, new { a = account });
        return [.. answer.At("devices").EnumerateArray().Select(device => device.GetProperty("status")).Select(status =>
        {
            var reason = status.TryGetProperty("testDispatchFailureReason", out var known) ? known.ToString() : "";
            return $"{status.GetProperty("current")}/{status.GetProperty("currentState")}/{reason}";
        })];
    }

    private static async Task<WizardDriver> AtVirtualKeyAsync(SimulatorHost host)
    {
        var wizard = new WizardDriver(host, Anna, 1001);
        await wizard.ChooseAsync("Tesla", "Model 3");
        await wizard.SignInAsync();
        await host.AdvanceAsync("PT20S");
        (await wizard.ReadAsync()).ShouldBe("TeslaSetupVirtualKey");
        return wizard;
    }

    private static string Problem(WizardDriver wizard)
    {
        var error = wizard.Step.GetProperty("testError");
        return $"{error.GetProperty("errorType")}: {string.Join(", ", error.GetProperty("reasons").EnumerateArray())}";
    }
}

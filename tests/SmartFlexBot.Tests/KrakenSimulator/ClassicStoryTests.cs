using Microsoft.AspNetCore.WebUtilities;

namespace SmartFlexBot.Tests.KrakenSimulator;

public sealed class ClassicStoryTests
{
    private const string Anna = "A-7E51A001";
    private const string Grace = "A-2CA27007";

    [Fact]
    public async Task A_tesla_goes_from_the_sign_in_to_live()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var address = await host.DecideAsync(await OauthUriAsync(host, Anna));
        await RegisterAsync(host, Anna, 1001, address);
        (await WizardStoryTests.DevicesAsync(host, Anna)).ShouldBe(["ONBOARDING/AUTHENTICATION_COMPLETE/NONE"]);

        var key = await host.RunAsync(
            """{ providerVirtualKeyDetails(provider: TESLA, deviceType: ELECTRIC_VEHICLES) { virtualKeyName virtualKeyUri } }""");
        var page = await host.Client.GetStringAsync(
            new Uri(key.Text("providerVirtualKeyDetails.virtualKeyUri")!), TestContext.Current.CancellationToken);
        page.ShouldContain("value=\"car-7e51a001\" checked");
        await host.ApproveKeyAsync("http://simulator/simulator/tesla/key?car=car-7e51a001");

        (await TriggerAsync(host, Anna)).Text("triggerTestCharge.krakenflexDevice.status").ShouldBe("ONBOARDING_TEST_IN_PROGRESS");
        (await host.RefusedAsync(Trigger(Anna))).ShouldBe("KT-CT-4355");
        await host.AdvanceAsync("PT7M30S");
        (await WizardStoryTests.DevicesAsync(host, Anna)).ShouldBe(["LIVE/SMART_CONTROL_CAPABLE/NONE"]);
        (await host.CountAsync("triggerTestCharge", Anna)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Without_the_virtual_key_the_test_fails()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await RegisterAsync(host, Anna, 1001, await host.DecideAsync(await OauthUriAsync(host, Anna)));
        await TriggerAsync(host, Anna);
        await host.AdvanceAsync("PT7M");
        (await WizardStoryTests.DevicesAsync(host, Anna)).ShouldBe(["FAILED_ONBOARDING_TEST/TEST_CHARGE_FAILED/ASSESSMENTS_FAILED"]);
    }

    [Fact]
    public async Task The_first_test_of_ben_fails_and_the_second_does_not()
    {
        const string ben = "A-7E51A002";
        await using var host = await SimulatorHost.SignedInAsync();
        await host.CarAsync(ben, new { virtualKey = true });
        await RegisterAsync(host, ben, 1002, await host.DecideAsync(await OauthUriAsync(host, ben)));
        await TriggerAsync(host, ben);
        await host.AdvanceAsync("PT7M");
        (await WizardStoryTests.DevicesAsync(host, ben)).ShouldBe(["FAILED_ONBOARDING_TEST/TEST_CHARGE_FAILED/UNABLE_TO_COMMUNICATE"]);
        await TriggerAsync(host, ben);
        await host.AdvanceAsync("PT8M");
        (await WizardStoryTests.DevicesAsync(host, ben)).ShouldBe(["LIVE/SMART_CONTROL_CAPABLE/NONE"]);
    }

    [Fact]
    public async Task A_full_car_fails_its_test_with_the_reason()
    {
        const string hugo = "A-F0118008";
        await using var host = await SimulatorHost.SignedInAsync();
        await host.CarAsync(hugo, new { virtualKey = true });
        await RegisterAsync(host, hugo, 1009, await host.DecideAsync(await OauthUriAsync(host, hugo)));
        await TriggerAsync(host, hugo);
        await host.AdvanceAsync("PT7M");
        (await WizardStoryTests.DevicesAsync(host, hugo)).ShouldBe(["FAILED_ONBOARDING_TEST/TEST_CHARGE_FAILED/SOC_LIMIT_REACHED"]);
    }

    [Fact]
    public async Task Several_cars_are_listed_and_one_must_be_named()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var address = await host.DecideAsync(await OauthUriAsync(host, Grace));

        (await host.RefusedAsync(Registration, Variables(Grace, 1008, address))).ShouldBe("KT-CT-4364");
        var (code, state) = CodeAndState(address);
        var cars = $$"""
            { userVehicles(accountNumber: "{{Grace}}", supportedProvider: TESLA,
                authentication: { authorizationCode: "{{code}}", state: "{{state}}" }) {
              vehicleId information { displayName } } }
            """;
        (await host.RunAsync(cars)).At("userVehicles").GetArrayLength().ShouldBe(0);
        await host.AdvanceAsync("PT10S");
        (await host.RunAsync(cars)).Texts("userVehicles", "vehicleId").ShouldBe(["tesla-0007", "tesla-0008"]);

        (await host.RunAsync(Registration, Variables(Grace, 1008, address, "tesla-0008")))
            .At("deviceRegistration.registeredDeviceIds").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_code_works_once_and_one_registration_at_a_time()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var address = await host.DecideAsync(await OauthUriAsync(host, Anna));
        (await host.RefusedAsync(Registration, Variables(Anna, 1001, new("http://x.test/?code=wrong&state=wrong")))).ShouldBe("KT-CT-4312");
        await RegisterAsync(host, Anna, 1001, address);
        (await host.RefusedAsync(Registration, Variables(Anna, 1001, address))).ShouldBe("KT-CT-4324");

        var device = (await host.RunAsync($$"""{ devices(accountNumber: "{{Anna}}") { id } }""")).Text("devices.0.id");
        await host.RunAsync(
            $$"""mutation { deauthenticateFlexDevice(input: { deviceId: "{{device}}" }) { krakenflexDevice { krakenflexDeviceId } } }""");
        (await WizardStoryTests.DevicesAsync(host, Anna)).ShouldBe(["RETIRED/RETIRED/NONE"]);
        (await host.RefusedAsync(Registration, Variables(Anna, 1001, address))).ShouldBe("KT-CT-4312");
        (await host.CountAsync("deviceRegistration", Anna)).ShouldBe((1, 3));
    }

    [Fact]
    public async Task A_refused_test_names_its_reasons()
    {
        const string karla = "A-A3A1B011";
        await using var host = await SimulatorHost.SignedInAsync();
        (await host.RefusedAsync(Trigger(karla))).ShouldBe("KT-CT-4301");
        await RegisterAsync(host, karla, 1012, await host.DecideAsync(await OauthUriAsync(host, karla)));
        (await WizardStoryTests.DevicesAsync(host, karla)).ShouldBe(["ONBOARDING/TEST_CHARGE_NOT_AVAILABLE/NONE"]);

        var refused = await host.SendAsync(Trigger(karla));
        refused.Code.ShouldBe("KT-CT-4355");
        refused.Errors[0].GetProperty("extensions").GetProperty("testChargeRefusalReasons").EnumerateArray()
            .Select(reason => reason.GetString())
            .ShouldBe(["TC_DEVICE_AWAY_FROM_HOME", "TC_DEVICE_DISCONNECTED"]);
    }

    [Fact]
    public async Task A_link_that_still_works_is_handed_out_again()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var first = await OauthUriAsync(host, Anna);
        (await OauthUriAsync(host, Anna)).ShouldBe(first);
        await host.DecideAsync(first, "deny");
        (await OauthUriAsync(host, Anna)).ShouldNotBe(first);
    }

    private const string Registration = """
        mutation($i: DeviceRegistrationInput) { deviceRegistration(input: $i) { registeredDeviceIds } }
        """;

    private static object Variables(string account, int propertyId, Uri address, string? providerDeviceId = null)
    {
        var (code, state) = CodeAndState(address);
        return new
        {
            i = new
            {
                accountNumber = account,
                propertyId,
                deviceType = "ELECTRIC_VEHICLES",
                provider = "TESLA",
                deviceDetails = new { deviceVariantId = "1288" },
                authentication = new { authorizationCode = code, state, providerDeviceId },
            },
        };
    }

    private static Task<GraphQLAnswer> RegisterAsync(SimulatorHost host, string account, int propertyId, Uri address) =>
        host.RunAsync(Registration, Variables(account, propertyId, address));

    private static (string Code, string State) CodeAndState(Uri address)
    {
        var query = QueryHelpers.ParseQuery(address.Query);
        return (query["code"].ToString(), query["state"].ToString());
    }

    private static async Task<string> OauthUriAsync(SimulatorHost host, string account) => (await host.RunAsync(
        """
        query($a: String) {
          providerAuthDetails(provider: TESLA, deviceType: ELECTRIC_VEHICLES, clientType: WEB, accountNumber: $a) { oauthUri } }
        """,
        new { a = account })).Text("providerAuthDetails.oauthUri")!;

    private static string Trigger(string account) =>
        $$"""mutation { triggerTestCharge(input: { accountNumber: "{{account}}" }) { krakenflexDevice { status } } }""";

    private static Task<GraphQLAnswer> TriggerAsync(SimulatorHost host, string account) => host.RunAsync(Trigger(account));
}

using System.Net;

namespace SmartFlexBot.Tests.KrakenSimulator;

public sealed class TenantFactsTests
{
    [Fact]
    public async Task An_account_shows_its_properties_with_int_ids()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var answer = await host.RunAsync("""
            { account(accountNumber: "A-2B0C3003") { number status balance properties { id address electricityMeterPoints { mpan } } }
              property(id: "1004") { postcode } }
            """);
        answer.Texts("account.properties", "id").ShouldBe(["1003", "1004"]);
        answer.Text("property.postcode").ShouldBe("BW4 1KR");
    }

    [Fact]
    public async Task Eligibility_is_told_per_account()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var answer = await host.RunAsync("""
            { anna: accountIoEligibility(accountNumber: "A-7E51A001", propertyId: 1001) { isEligibleForIo }
              finn: accountIoEligibility(accountNumber: "A-0FF16006") { isEligibleForIo }
              jonas: eligibleDeviceTypes(accountNumber: "A-D0E51010", propertyId: 1011) }
            """);
        answer.Text("anna.isEligibleForIo").ShouldBe("true");
        answer.Text("finn.isEligibleForIo").ShouldBe("false");
        answer.At("jonas").EnumerateArray().Select(type => type.GetString()).ShouldContain("HEAT_PUMPS");
        (await host.RefusedAsync("""{ eligibleDeviceTypes(accountNumber: "A-7E51A001", propertyId: 1002) }""")).ShouldBe("KT-CT-1111");
    }

    [Fact]
    public async Task The_catalogue_can_be_asked_without_a_sign_in()
    {
        await using var host = await SimulatorHost.StartAsync();
        var answer = await host.RunAsync("""
            { tesla: electricVehicles(make: "tesla") { make models { model batterySize supportedProviders isIntegrationLive } }
              byd: electricVehicles(make: "BYD", isIntegrationLive: true) { make }
              chargers: chargePointVariants { make models { variantId model powerInKw isIntegrationLive } }
              supported: flexSupportedDevices(supportedDeviceType: CHARGE_POINTS) {
                deviceType supportedMakes { make models { modelName } } } }
            """);
        var model = answer.At("tesla.0.models").EnumerateArray()
            .Single(one => one.GetProperty("model").GetString() == "Model 3 Long Range");
        // Kraken sends decimals as strings.
        model.GetProperty("batterySize").GetString().ShouldBe("75.0");
        model.GetProperty("supportedProviders")[0].GetString().ShouldBe("TESLA");
        answer.At("byd").GetArrayLength().ShouldBe(0);
        answer.Text("supported.deviceType").ShouldBe("ELECTRIC_VEHICLES");
        answer.Texts("supported.supportedMakes", "make").ShouldContain("myenergi");
        (await host.RefusedAsync("{ flexSupportedDevices { deviceType } }")).ShouldBe("KT-CT-4342");
    }

    [Fact]
    public async Task Smart_control_can_be_paused_and_resumed()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var id = (await host.RunAsync("""{ devices(accountNumber: "A-11FE4004") { id } }""")).Text("devices.0.id");
        string Control(string action) =>
            $$"""
            mutation {
              updateDeviceSmartControl(input: { deviceId: "{{id}}", action: {{action}} }) { status { isSuspended currentState } } }
            """;
        (await host.RunAsync(Control("SUSPEND"))).Text("updateDeviceSmartControl.status.currentState").ShouldBe("SMART_CONTROL_OFF");
        (await host.RefusedAsync(Control("SUSPEND"))).ShouldBe("KT-CT-4358");
        (await host.RunAsync(Control("UNSUSPEND"))).Text("updateDeviceSmartControl.status.currentState").ShouldBe("SMART_CONTROL_CAPABLE");
    }

    [Fact]
    public async Task What_is_not_simulated_is_null_or_switched_off()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        (await host.RunAsync("""{ energyProduct(code: "X") { code } }""")).Text("energyProduct").ShouldBeNull();
        (await host.RefusedAsync(
            """mutation { productSwitch(input: { accountNumber: "A-7E51A001", quotedProductId: "1" }) { productSwitched } }"""))
            .ShouldBe("KT-CT-1113");
    }

    [Fact]
    public async Task Kraken_tells_of_itself()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var answer = await host.RunAsync("""
            { krakenVersion { number } rateLimitInfo { pointsAllowanceRateLimit { limit remainingPoints isBlocked } }
              possibleErrors(input: { name: "deviceRegistration", type: mutation }) { possibleErrors { code message } }
              __type(name: "SmartFlexOnboardingStepInterface") { possibleTypes { name } } }
            """);
        answer.Texts("possibleErrors.possibleErrors", "code").ShouldContain("KT-CT-4324");
        answer.At("__type.possibleTypes").GetArrayLength().ShouldBe(25);
        answer.Text("rateLimitInfo.pointsAllowanceRateLimit.isBlocked").ShouldBe("false");
    }

    [Fact]
    public async Task An_invalid_query_is_a_200_with_errors_and_a_malformed_body_a_400()
    {
        await using var host = await SimulatorHost.StartAsync();
        (await host.SendAsync("{ nothing }")).Errors.ShouldNotBeEmpty();
        string[] bodies = ["{", "[]", "5", "null", "{}", """{"query":5}""", """{"query":"{krakenVersion{number}}","variables":5}"""];
        foreach (var body in bodies)
        {
            using var answer =
                await host.Client.PostAsync("/simulator/graphql", new StringContent(body), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, body);
        }
    }
}

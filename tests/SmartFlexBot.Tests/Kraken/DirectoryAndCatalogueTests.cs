using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken;

public sealed class DirectoryAndCatalogueTests
{
    private const string Variants = """
        {"data":{"electricVehicles":[{"make":"Tesla","models":[{"vehicleId":501,"model":"Model 3","batterySize":"57.50",
        "supportedProviders":["UNHEARD_OF","TESLA"],"isIntegrationLive":true},null]}],
        "chargePointVariants":[{"make":"myenergi","models":[{"variantId":9,"model":"zappi","powerInKw":7.4,"isIntegrationLive":false}]}]}}
        """;

    private const string Supported = """
        {"data":{"electricVehicles":{"supportedMakes":[{"make":"Tesla","models":[{"modelName":"Model 3"},{"modelName":"Model 3"}]},
        {"make":"Audi","models":[]}]},"chargePoints":null}}
        """;

    private readonly ScriptedKraken _kraken = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Properties_have_their_number_and_one_line_of_address()
    {
        _kraken.On(
            "ReadAccount",
            """{"data":{"account":{"number":"A-1","properties":[{"id":"7","address":"1 High St\nOld Town","postcode":"AB1"},{"id":"x"},"""
                + """{"id":8,"address":null}]}}}""");

        (await Directory().ReadPropertiesAsync("A-1", Stop)).ShouldBe([new(7, "1 High St, Old Town, AB1"), new(8, null)]);
    }

    [Theory]
    [InlineData("""{"data":{"account":null}}""", null)]
    [InlineData("""{"errors":[{"message":"m","path":["account"],"extensions":{"errorCode":"KT-CT-4323"}}],"data":{"account":"""
        + """null}}""", "KT-CT-4323")]
    public async Task An_account_that_Kraken_does_not_show_is_not_readable(string answer, string? code)
    {
        _kraken.On("ReadAccount", answer);

        (await Should.ThrowAsync<AccountNotReadableException>(() => Directory().ReadPropertiesAsync("A-1", Stop))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Eligibility_is_told_as_far_as_the_tenant_tells_it()
    {
        _kraken.On("ReadEligibility",
            """{"errors":[{"message":"m","path":["accountIoEligibility"],"extensions":{"errorCode":"KT-CT-1113"}}],"data":"""
                + """{"accountIoEligibility":null,"eligibleDeviceTypes":["ELECTRIC_VEHICLES","HEAT_PUMPS","SOMETHING_NEW",null]}}""");

        var eligibility = await Directory().ReadEligibilityAsync("A-1", 7, Stop);

        eligibility.IsEligible.ShouldBeNull();
        eligibility.DeviceKinds.ShouldBe([DeviceKind.ElectricVehicle, DeviceKind.HeatPump, DeviceKind.Other]);
    }

    [Fact]
    public async Task The_type_name_tells_a_charge_point_from_a_car()
    {
        _kraken.On("ReadDevices", """
            {"data":{"devices":[
            {"__typename":"SmartFlexVehicle","id":"D-1","name":"Car","deviceType":"ELECTRIC_VEHICLES","provider":"TESLA","propertyId":"7",
            "make":"Tesla","model":"Model 3",
             "status":{"current":"FAILED_ONBOARDING_TEST","currentState":"TEST_CHARGE_FAILED","stateOfCharge":{"value":"55.5"},
             "testDispatchFailureReason":"NOT_AT_HOME"}},
            {"__typename":"SmartFlexChargePoint","id":"D-2","deviceType":"ELECTRIC_VEHICLES","provider":"OHME","status":{"current":"LIVE",
            "testDispatchFailureReason":"NONE"}},
            {"__typename":"SmartFlexDevice","id":"D-3","deviceType":"HEAT_PUMPS","provider":"DAIKIN","status":{"current":"LIVE"}}]}}
            """);

        (await Directory().ReadDevicesAsync("A-1", Stop)).ShouldBe(
        [
            new(
                "D-1", "Car", DeviceKind.ElectricVehicle, "Tesla", "Model 3", "TESLA", 7, "FAILED_ONBOARDING_TEST", "TEST_CHARGE_FAILED",
                55.5m, "NOT_AT_HOME"),
            new("D-2", null, DeviceKind.ChargePoint, null, null, "OHME", null, "LIVE", null, null, null),
            new("D-3", null, DeviceKind.HeatPump, null, null, "DAIKIN", null, "LIVE", null, null, null),
        ]);
    }

    [Fact]
    public async Task No_devices_is_no_failure_and_an_unreadable_status_is_no_answer()
    {
        _kraken.On("ReadDevices", ScriptedKraken.Error("KT-CT-4301", "devices"), WizardSamples.Errors["KT-CT-4360"]);
        var directory = Directory();

        (await directory.ReadDevicesAsync("A-1", Stop)).ShouldBeEmpty();
        await Should.ThrowAsync<TenantUnavailableException>(() => directory.ReadDevicesAsync("A-1", Stop));
    }

    [Fact]
    public async Task A_classic_catalogue_knows_variants_and_providers()
    {
        _kraken.On("ReadVariants", Variants);

        (await Catalogue("Classic", ("ChargePointProviders:myenergi", "MYENERGI")).ReadAsync(Stop)).ShouldBe(
        [
            new(DeviceKind.ElectricVehicle, "Tesla", "Model 3", "501", 57.5m, null, true, "TESLA"),
            new(DeviceKind.ChargePoint, "myenergi", "zappi", "9", null, 7.4m, false, "MYENERGI"),
        ]);
    }

    [Fact]
    public async Task A_wizard_catalogue_knows_names_alone()
    {
        _kraken.On("ReadSupportedDevices", Supported);

        (await Catalogue("Wizard").ReadAsync(Stop)).ShouldBe(
            [new(DeviceKind.ElectricVehicle, "Tesla", "Model 3"), new(DeviceKind.ElectricVehicle, "Audi", "")]);
    }

    [Theory]
    [InlineData("Classic", "ReadVariants", "ReadSupportedDevices", Supported)]
    [InlineData("Wizard", "ReadSupportedDevices", "ReadVariants", Variants)]
    public async Task Where_one_list_is_absent_the_other_is_read(string api, string absent, string present, string answer)
    {
        _kraken.On(absent, """{"errors":[{"message":"Cannot query field 'x' on type 'Query'."}]}""").On(present, answer);

        (await Catalogue(api).ReadAsync(Stop)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_catalogue_is_kept_and_an_old_one_is_better_than_none()
    {
        _kraken.On("ReadSupportedDevices", Supported).On("ReadSupportedDevices", () => new(System.Net.HttpStatusCode.ServiceUnavailable));
        var catalogue = Catalogue("Wizard", ("ReadRetries", "0"));

        await catalogue.ReadAsync(Stop);
        _kraken.Time.Advance(TimeSpan.FromHours(5));
        await catalogue.ReadAsync(Stop);
        _kraken.Asked("ReadSupportedDevices").Count().ShouldBe(1);

        _kraken.Time.Advance(TimeSpan.FromHours(2));
        (await catalogue.ReadAsync(Stop)).Count.ShouldBe(2);
        _kraken.Asked("ReadSupportedDevices").Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_catalogue_that_fails_for_now_is_not_replaced_by_the_poorer_one()
    {
        _kraken.On("ReadVariants", ScriptedKraken.Error("KT-CT-1199", "electricVehicles"));

        await Should.ThrowAsync<TenantUnavailableException>(() => Catalogue("Classic").ReadAsync(Stop));
        _kraken.Asked("ReadSupportedDevices").ShouldBeEmpty();
    }

    private IAccountDirectory Directory() => _kraken.Start().GetRequiredService<IAccountDirectory>();

    private IDeviceCatalogue Catalogue(string api, params (string, string?)[] settings) =>
        _kraken.Start([("OnboardingApi", api), .. settings]).GetRequiredService<IDeviceCatalogue>();
}

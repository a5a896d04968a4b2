using System.Text.Json;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Catalogue;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken.Catalogue;

public sealed class CatalogueEntriesTests
{
    private static readonly Dictionary<string, string> Own = new() { ["Ohme"] = "OHME" };

    [Fact]
    public void Makes_and_models_without_a_name_are_passed_over()
    {
        var answer = JsonSerializer.Deserialize(
            """
            {"electricVehicles":[null,{"make":null,"models":[{"model":"x"}]},{"make":"Empty"},
              {"make":"Tesla","models":[null,{"model":null},{"model":"Model 3","vehicleId":"501","supportedProviders":["TESLA"]}]}],
             "chargePointVariants":[{"make":"Ohme",
              "models":[{"model":"Home Pro","variantId":"9","powerInKw":7.4,"isIntegrationLive":true}]},
              {"make":"Other","models":[{"model":"One","variantId":"10"}]}]}
            """,
            KrakenJson.Default.VariantsAnswer)!;

        CatalogueEntries.From(answer, Own).ShouldBe(
        [
            new(DeviceKind.ElectricVehicle, "Tesla", "Model 3", "501", Provider: "TESLA"),
            new(DeviceKind.ChargePoint, "Ohme", "Home Pro", "9", PowerInKw: 7.4m, IsIntegrationLive: true, Provider: "OHME"),
            new(DeviceKind.ChargePoint, "Other", "One", "10"),
        ]);
    }

    [Fact]
    public void A_supported_make_without_models_is_one_entry_and_a_repeated_name_is_one_model()
    {
        var answer = JsonSerializer.Deserialize(
            """
            {"electricVehicles":{"supportedMakes":[null,{"make":null},{"make":"Audi","models":[]},
              {"make":"Tesla","models":[null,{"modelName":null},{"modelName":"Model 3"},{"modelName":"Model 3"},{"modelName":"Model Y"}]}]},
             "chargePoints":{"supportedMakes":[{"make":"Ohme"},{"make":"Other"}]}}
            """,
            KrakenJson.Default.SupportedAnswer)!;

        CatalogueEntries.From(answer, Own).ShouldBe(
        [
            new(DeviceKind.ElectricVehicle, "Audi", ""),
            new(DeviceKind.ElectricVehicle, "Tesla", "Model 3"),
            new(DeviceKind.ElectricVehicle, "Tesla", "Model Y"),
            new(DeviceKind.ChargePoint, "Ohme", "", Provider: "OHME"),
            new(DeviceKind.ChargePoint, "Other", ""),
        ]);
        CatalogueEntries.From(new SupportedAnswer(null, null), Own).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("TESLA", "TESLA")]
    [InlineData("NEW,TESLA", "TESLA")]
    [InlineData("NEW", "NEW")]
    [InlineData("-,NEW", "NEW")]
    [InlineData("-", null)]
    [InlineData(null, null)]
    public void A_provider_that_we_know_is_preferred(string? supported, string? expected) => Providers.Choose(
        supported?.Split(',').Select(provider => provider == "-" ? null : provider).ToList()).ShouldBe(expected);

    [Theory]
    [InlineData("TESLA", true)]
    [InlineData("TESLA_V2", true)]
    [InlineData("ENODE", false)]
    [InlineData(null, false)]
    public void A_Tesla_is_known_by_its_provider(string? provider, bool isTesla) => Providers.IsTesla(provider).ShouldBe(isTesla);
}

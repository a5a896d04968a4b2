using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Onboarding.Markets;

public sealed class TariffSettingsTests : IDisposable
{
    private const string Enrolment = """
        {
          "way": "enrolment", "order": "beforeDevice", "isRequired": true, "waitsForTestCharge": true,
          "products": [{ "code": "SMART-EV", "deviceKinds": ["ElectricVehicle"] }, { "code": "SMART", "deviceKinds": [] }],
          "productsAddress": "https://api.example.com/v1/",
          "deadlineDays": { "value": "7", "source": "https://supplier.example/faq", "date": "2026-11-23" }, "remindDaysBefore": [3, 1],
          "smartMeter": { "value": "true", "source": "example", "date": "2026-11-23" },
          "capHours": { "value": "6", "source": "example", "date": "2026-11-23" },
          "reward": { "value": "tariff.reward.monthly", "source": "example", "date": "2026-11-23" }
        }
        """;

    private const string Quote = """
        {
          "way": "quote", "order": "afterDevice", "isRequired": false, "products": [{ "code": "SMART", "deviceKinds": [] }],
          "quote": { "document": "quotes/assumed.graphql", "isAssumed": true, "currency": "EUR" }
        }
        """;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"market-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Settings_are_read_with_the_origin_of_each_rule()
    {
        var tariff = Read(JsonNode.Parse(Enrolment)).ShouldNotBeNull();

        (tariff.Way, tariff.Order, tariff.WaitsForTestCharge, tariff.IsRequired).ShouldBe(
            (TariffWay.Enrolment, TariffOrder.BeforeDevice, true, true));
        tariff.Products[0].DeviceKinds.ShouldBe([DeviceKind.ElectricVehicle]);
        tariff.RemindDaysBefore.ShouldBe([3, 1]);
        tariff.DeadlineDays!.Origin.ShouldBe(
            new FigureOrigin(
                OriginKind.MarketRule, "https://supplier.example/faq", new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero)));
        tariff.SmartMeter!.Origin.IsExample.ShouldBeTrue();
        tariff.LockOutDays.ShouldBeNull();
    }

    [Fact]
    public void A_market_without_tariff_settings_switches_nothing() => Read(null).ShouldBeNull();

    [Theory]
    [InlineData("gb", TariffWay.Enrolment, TariffOrder.BeforeDevice, true, true)]
    [InlineData("de", TariffWay.Quote, TariffOrder.AfterDevice, true, false)]
    [InlineData("es", TariffWay.Quote, TariffOrder.AfterDevice, false, false)]
    [InlineData("fr", TariffWay.Quote, TariffOrder.BeforeDevice, true, false)]
    public void The_shipped_markets_show_each_way_and_order(string name, TariffWay way, TariffOrder order, bool required, bool waits)
    {
        var tariff = Shipped(name).Tariff.ShouldNotBeNull();

        (tariff.Way, tariff.Order, tariff.IsRequired, tariff.WaitsForTestCharge).ShouldBe((way, order, required, waits));
        foreach (var kind in new[] { DeviceKind.ElectricVehicle, DeviceKind.ChargePoint })
        {
            tariff.Products.ShouldContain(product => product.DeviceKinds.Contains(kind));
        }
    }

    [Theory]
    [InlineData("gb", DistanceUnit.Mile)]
    [InlineData("de", DistanceUnit.Kilometre)]
    [InlineData("es", DistanceUnit.Kilometre)]
    [InlineData("fr", DistanceUnit.Kilometre)]
    public void Distances_are_asked_for_as_they_are_driven_there(string name, DistanceUnit unit) =>
        Shipped(name).Tariff!.Driving.ShouldNotBeNull().Unit.ShouldBe(unit);

    [Fact]
    public void In_Italy_smart_charging_is_an_add_on() => Shipped("it").Tariff.ShouldBeNull();

    [Fact]
    public void Britain_gives_seven_days_and_reminds_twice()
    {
        var tariff = Shipped("gb").Tariff!;

        (tariff.DeadlineDays!.Value, tariff.LockOutDays!.Value, tariff.CoolingOffDays!.Value, tariff.CapHours!.Value).ShouldBe(
            ("7", "30", "14", "6"));
        tariff.RemindDaysBefore.ShouldBe([3, 1]);
        tariff.DeadlineDays.Source.ShouldStartWith("https://octopus.energy/");
    }

    [Theory]
    [InlineData("way", "\"barter\"", "$.tariff.way")]
    [InlineData("way", "7", "tariff.way must be enrolment or quote")]
    [InlineData("way", "\"quote\"", "tariff.way is quote: set tariff.quote")]
    [InlineData("order", "7", "tariff.order must be beforeDevice or afterDevice")]
    [InlineData("order", "\"afterDevice\"", "tariff.deadlineDays is for the order beforeDevice alone")]
    [InlineData("quote", """{"document":"q.graphql","isAssumed":true}""", "tariff.quote is for the way quote alone")]
    [InlineData("products", "[]", "tariff.products is empty")]
    [InlineData("products", "[null]", "tariff.products has one without a code")]
    [InlineData("products", """[{"code":" ","deviceKinds":[]}]""", "tariff.products has one without a code")]
    [InlineData("products", """[{"code":"X"}]""", "deviceKinds")]
    [InlineData("products", """[{"code":"X","deviceKinds":[99]}]""", "tariff.products has an unknown kind of device; it must be one of "
        + "ElectricVehicle")]
    [InlineData("products", """[{"code":"X","deviceKinds":["Bicycle"]}]""", "deviceKinds")]
    [InlineData("productsAddress", "\"v1\"", "tariff.productsAddress must be a whole address")]
    [InlineData("productsAddress", "\"ftp://x.example/\"", "tariff.productsAddress must be a whole address")]
    [InlineData("remindDaysBefore", "[7]", "tariff.remindDaysBefore must be at least 1 and less than tariff.deadlineDays each")]
    [InlineData("remindDaysBefore", "[0]", "tariff.remindDaysBefore must be at least 1 and less than tariff.deadlineDays each")]
    [InlineData("deadlineDays", "null", "tariff.remindDaysBefore needs tariff.deadlineDays")]
    [InlineData("remindDaysBefore", "[]", "tariff.remindDaysBefore is empty: the card promises a reminder")]
    [InlineData("deadlineDays", "7", "deadlineDays")]
    [InlineData("driving", """{"unit":7,"kilowattHoursPerHundred":{"value":"28","source":"example","date":"2026-11-27"}}""",
        "tariff.driving.unit must be mile or kilometre")]
    [InlineData("driving", """{"unit":"mile","kilowattHoursPerHundred":{"value":"3.5","source":"example","date":"2026-11-27"}}""",
        "tariff.driving.kilowattHoursPerHundred.value is '3.5'; it must be a whole number of kWh, from 1 to 200")]
    public void A_wrong_setting_is_named(string setting, string value, string sentence) =>
        ShouldRefuse(Enrolment, setting, value, sentence);

    [Theory]
    [InlineData("quote", "null", "tariff.way is quote: set tariff.quote with the document that asks for one")]
    [InlineData("quote", """{"document":"quotes","isAssumed":true}""", "tariff.quote.document must name a .graphql file")]
    [InlineData("quote", """{"document":"q.graphql","isAssumed":true,"currency":"€"}""",
        "tariff.quote.currency is '€'; it must be three capital letters, such as EUR")]
    [InlineData("productsAddress", "\"https://x.example/\"", "tariff.productsAddress is for the way enrolment alone")]
    public void A_wrong_quote_is_named(string setting, string value, string sentence) => ShouldRefuse(Quote, setting, value, sentence);

    [Theory]
    [InlineData("deadlineDays", "\"-7\"", "it must be a whole number of days, from 1 to 3650")]
    [InlineData("lockOutDays", "\"0\"", "it must be a whole number of days, from 1 to 3650")]
    [InlineData("coolingOffDays", "\"two weeks\"", "it must be a whole number of days, from 1 to 3650")]
    [InlineData("coolingOffDays", "\"1.5\"", "it must be a whole number of days, from 1 to 3650")]
    [InlineData("coolingOffDays", "\"99999999999\"", "it must be a whole number of days, from 1 to 3650")]
    [InlineData("capHours", "\"0\"", "it must be a whole number of hours, from 1 to 24")]
    [InlineData("capHours", "\"6.5\"", "it must be a whole number of hours, from 1 to 24")]
    [InlineData("capHours", "\"25\"", "it must be a whole number of hours, from 1 to 24")]
    [InlineData("smartMeter", "\"yes\"", "it must be \"true\" or \"false\"")]
    [InlineData("beyondCap", "\"It costs more.\"", "it must be the key of a text in cards/text")]
    [InlineData("export", "\"\"", "it must be the key of a text in cards/text")]
    [InlineData("reward", "\"10\"", "it must be the key of a text in cards/text")]
    public void A_rule_with_a_value_of_no_use_is_named(string rule, string value, string sentence)
    {
        var json = $$"""{ "value": {{value}}, "source": "example", "date": "2026-11-23" }""";

        ShouldRefuse(Enrolment, rule, json, $"tariff.{rule}.value is '{JsonNode.Parse(value)}'; {sentence}");
    }

    [Theory]
    [InlineData("""{"value":"7","source":" ","date":"2026-11-23"}""", "tariff.lockOutDays.source is empty: name the page or document "
        + "that says so, or \"example\"")]
    [InlineData("""{"value":"7","date":"2026-11-23"}""", "source")]
    [InlineData("""{"value":"7","source":"example"}""", "date")]
    [InlineData("""{"value":"7","source":"example","date":"0001-01-01"}""", "tariff.lockOutDays.date must be the day on which the source "
        + "was read")]
    [InlineData("""{"value":"7","source":"example","date":"23.11.2026"}""", "$.tariff.lockOutDays.date")]
    public void A_rule_without_its_origin_is_refused(string rule, string sentence) =>
        ShouldRefuse(Enrolment, "lockOutDays", rule, sentence);

    [Theory]
    [InlineData("way")]
    [InlineData("order")]
    [InlineData("isRequired")]
    [InlineData("products")]
    public void A_setting_that_is_missing_is_named(string setting)
    {
        var settings = JsonNode.Parse(Enrolment)!.AsObject();
        settings.Remove(setting);

        Should.Throw<InvalidDataException>(() => Read(settings)).Message.ShouldContain(setting);
    }

    private void ShouldRefuse(string tariff, string setting, string value, string sentence)
    {
        var settings = JsonNode.Parse(tariff)!.AsObject();
        settings[setting] = JsonNode.Parse(value);

        var problem = Should.Throw<InvalidDataException>(() => Read(settings));

        problem.Message.ShouldContain(sentence);
        problem.Message.ShouldContain(_file);
    }

    private static MarketSettings Shipped(string name) => MarketFile.Read(Path.Combine(Onboarding.Shipped.Markets, $"{name}.json"));

    private TariffSettings? Read(JsonNode? tariff)
    {
        var market = JsonNode.Parse("""
            {
              "name": "x", "supplier": "X", "languages": ["en"], "timeZone": "Europe/London", "consentWording": "1",
              "testCharge": { "minutes": 7, "progressMinutes": [5], "triesBeforePerson": 2 },
              "silence": { "nudgeAfterHours": 24, "endAfterDays": 30 }, "contact": [{ "kind": "email", "value": "x@x.example" }],
              "examples": { "car": "Tesla Model Y", "charger": "Ohme Home Pro" }, "setupMinutes": 10,
              "privacyNotice": "https://x.example/privacy", "emergency": { "general": "112", "gas": "112" },
              "otherDevicesPage": "https://x.example/devices", "signInPage": "https://x.example/"
            }
            """)!.AsObject();
        if (tariff is not null)
        {
            market["tariff"] = tariff;
        }

        File.WriteAllText(_file, market.ToJsonString());
        return MarketFile.Read(_file).Tariff;
    }
}

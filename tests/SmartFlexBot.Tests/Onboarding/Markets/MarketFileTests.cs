using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Tests.Onboarding.Markets;

public sealed class MarketFileTests : IDisposable
{
    private const string Good = """
        {
          "name": "x", "supplier": "X", "languages": ["en"], "timeZone": "Europe/London", "consentWording": "1",
          "testCharge": { "minutes": 7, "progressMinutes": [5], "triesBeforePerson": 2 },
          "silence": { "nudgeAfterHours": 24, "endAfterDays": 30 },
          "contact": [ { "kind": "phone", "value": "1", "hoursKey": "hours.always" } ],
          "examples": { "car": "Tesla Model Y", "charger": "Ohme Home Pro" }, "setupMinutes": 10,
          "privacyNotice": "https://x.example/privacy",
          "emergency": { "general": "112", "gas": "0 800 47 33 33" },
          "otherDevicesPage": "https://x.example/devices", "signInPage": "https://x.example/"
        }
        """;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"market-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_file);

    public static TheoryData<string> ShippedMarkets =>
        [.. Directory.EnumerateFiles(Shipped.Markets, "*.json").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(ShippedMarkets))]
    public void Every_shipped_market_is_valid_and_its_texts_are_there(string file)
    {
        var market = MarketFile.Read(Path.Combine(Shipped.Markets, file));

        market.Name.ShouldBe(Path.GetFileNameWithoutExtension(file));
        market.Languages.ShouldBeSubsetOf(["en", "de", "es", "fr", "it"]);
        ContactTexts.Create(Shipped.Texts, market).Sentence("en").ShouldNotContain("{");
        MarketTexts.Check(Shipped.Texts, market);
        if (market.Tariff?.Quote is { } quote)
        {
            File.Exists(Path.Combine(Shipped.Markets, quote.Document)).ShouldBeTrue(quote.Document);
        }
    }

    [Fact]
    public void A_good_file_with_comments_and_unknown_settings_is_read()
    {
        var market = Read(Good.Replace("\"name\"", "// a comment\n \"later\": 1, \"name\"", StringComparison.Ordinal));

        (market.Supplier, market.TestCharge.Minutes, market.Contact[0].Kind).ShouldBe(("X", 7, "phone"));
        market.ChargePointFirstMakes.ShouldBeEmpty();
        market.AddressForm.ShouldBe(AddressForm.Formal);
    }

    [Theory]
    [InlineData("languages", "[]", "languages is empty")]
    [InlineData("contact", "[]", "contact is empty: a customer must be able to reach a person")]
    [InlineData("contact", """[{"kind":"fax","value":"1"}]""", "contact has the kind 'fax'; it must be phone, email, web or form")]
    [InlineData("contact", """[{"kind":"phone","value":"1"}]""", "contact of kind phone needs hoursKey")]
    [InlineData("timeZone", "\"Mars/Base\"", "timeZone 'Mars/Base' is unknown")]
    [InlineData("testCharge", """{"minutes":0,"progressMinutes":[],"triesBeforePerson":2}""", "testCharge.minutes must be at least 1")]
    [InlineData("testCharge", """{"minutes":7,"progressMinutes":[0],"triesBeforePerson":2}""",
        "testCharge.progressMinutes must be at least 1 each")]
    [InlineData("testCharge", """{"minutes":7,"progressMinutes":[],"triesBeforePerson":0}""",
        "testCharge.triesBeforePerson must be at least 1")]
    [InlineData("testCharge", """{"minutes":7,"triesBeforePerson":2}""", "progressMinutes")]
    [InlineData("testCharge", "null", "testCharge")]
    [InlineData("silence", """{"nudgeAfterHours":0,"endAfterDays":30}""",
        "silence.nudgeAfterHours and silence.endAfterDays must be at least 1")]
    [InlineData("silence", """{"nudgeAfterHours":24,"endAfterDays":0}""",
        "silence.nudgeAfterHours and silence.endAfterDays must be at least 1")]
    [InlineData("silence", "\"never\"", "silence")]
    [InlineData("addressForm", "\"polite\"", "addressForm")]
    [InlineData("addressForm", "7", "addressForm must be formal or informal")]
    [InlineData("setupMinutes", "0", "setupMinutes must be at least 1")]
    [InlineData("privacyNotice", "\"privacy\"", "privacyNotice must be a whole address, such as https://www.example.com/privacy")]
    [InlineData("emergency", """{"gas":"112"}""", "general")]
    [InlineData("emergency", """{"general":"112"}""", "gas")]
    [InlineData("emergency", """{"general":"the police","gas":"112"}""", "emergency.general is 'the police'; it must be a phone number")]
    [InlineData("emergency", """{"general":"112","gas":""}""", "emergency.gas is ''; it must be a phone number, such as 112")]
    [InlineData("emergency", """{"general":"112","gas":"112","power":"x"}""", "emergency.power is 'x'; it must be a phone number")]
    [InlineData("supplier", "null", "supplier")]
    [InlineData("languages", "null", "languages")]
    [InlineData("chargePointFirstMakes", "null", "chargePointFirstMakes")]
    public void A_wrong_setting_is_named_with_its_file(string setting, string value, string sentence)
    {
        var market = JsonNode.Parse(Good)!.AsObject();
        market[setting] = JsonNode.Parse(value);

        var problem = Should.Throw<InvalidDataException>(() => Read(market.ToJsonString()));

        problem.Message.ShouldContain(sentence, Case.Insensitive);
        problem.Message.ShouldContain(_file);
    }

    public static TheoryData<string> Required => [.. JsonNode.Parse(Good)!.AsObject().Select(setting => setting.Key)];

    [Theory]
    [MemberData(nameof(Required))]
    public void A_setting_that_is_missing_is_named(string setting)
    {
        var market = JsonNode.Parse(Good)!.AsObject();
        market.Remove(setting);

        Should.Throw<InvalidDataException>(() => Read(market.ToJsonString())).Message.ShouldContain(setting);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"name\": ")]
    public void What_is_no_market_is_said_to_be_none(string json) =>
        Should.Throw<InvalidDataException>(() => Read(json)).Message.ShouldStartWith(_file);

    [Fact]
    public void A_file_that_is_not_there_names_the_setting_to_change() =>
        Should.Throw<InvalidDataException>(() => MarketFile.Read("/nowhere/x.json")).Message
            .ShouldBe(
                "There is no market settings file at /nowhere/x.json. Set Onboarding:Market to the name of a file in the markets folder.");

    [Fact]
    public void Opening_hours_that_no_text_tells_are_named() =>
        Should.Throw<InvalidDataException>(() => ContactTexts.Create(
                Shipped.Texts, Shipped.Market with { Contact = [new("phone", "1", "hours.never")] }))
            .Message.ShouldContain("'hours.never'");

    [Fact]
    public void A_made_up_rule_is_for_demonstrations_alone()
    {
        var rule = new TariffRule("tariff.export.ask", "https://x.example/terms", new(2026, 11, 27));
        MarketSettings With(TariffRule export) => Shipped.Market with
        {
            Tariff = new()
            {
                Way = TariffWay.Enrolment,
                Order = TariffOrder.BeforeDevice,
                IsRequired = true,
                Products = [new("P", [])],
                Export = export,
            },
        };

        MarketFile.RefuseExamples(Shipped.Market);
        MarketFile.RefuseExamples(With(rule));
        Should.Throw<InvalidDataException>(() => MarketFile.RefuseExamples(With(rule with { Source = "example" })))
            .Message.ShouldStartWith("Market 'demo': tariff.export.source is \"example\".");
    }

    [Fact]
    public void A_time_zone_that_no_text_names_is_named() =>
        Should.Throw<InvalidDataException>(() => MarketTexts.Check(Shipped.Texts, Shipped.Market with { TimeZone = "Europe/Vienna" }))
            .Message.ShouldContain("Add the text 'zone.Europe/Vienna'");

    private MarketSettings Read(string json)
    {
        File.WriteAllText(_file, json);
        return MarketFile.Read(_file);
    }
}

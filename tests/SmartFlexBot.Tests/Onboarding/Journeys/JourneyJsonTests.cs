using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Devices;
using SmartFlexBot.Onboarding.Flow;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Journeys;

/// <summary>What was stored stays readable: a journey may be years old, or written by a newer version that was rolled back.</summary>
public sealed class JourneyJsonTests
{
    /// <summary>Written by hand as version 1 stores it. It never changes: a change of the format must still read it.</summary>
    private static readonly string Version1 = Fixture("journey-v1.json");

    /// <summary>The same with the tariff side; it never changes either.</summary>
    private static readonly string Version2 = Fixture("journey-v2.json");

    /// <summary>And with an onboarding that is left.</summary>
    private static readonly string Version3 = Fixture("journey-v3.json");

    /// <summary>And with smart control that is wanted off.</summary>
    private static readonly string Version4 = Fixture("journey-v4.json");

    /// <summary>And with what people have promised.</summary>
    private static readonly string Version5 = Fixture("journey-v5.json");

    /// <summary>And with the hand-over that was begun last, and Kraken's name for the request that it refused.</summary>
    private static readonly string Version6 = Fixture("journey-v6.json");

    [Fact]
    public void The_first_versions_journey_is_read_whole()
    {
        var journey = Read(Version1);

        journey.Key.ShouldBe("A-1/7");
        journey.Kind.ShouldBe(Car);
        journey.Vehicle.ShouldBe(new DeviceAnswer(
            "Tesla", "Model 3 Long Range", Words: "a model three", BatterySize: 75, VariantId: "v-tesla", IsIntegrationLive: true));
        journey.ChargePoint.ShouldBe(new DeviceAnswer("Ohme", "Home Pro", PowerInKw: 7.4m));
        (journey.DevicesConfirmed, journey.Chosen).ShouldBe((true, Car));
        journey.Consents.Count.ShouldBe(3);
        (journey.HasConsent(ConsentPurpose.DataAndLocation), journey.HasConsent(ConsentPurpose.Control)).ShouldBe((true, false));
        journey.Consents[2].ShouldBe(
            new Consent(ConsentPurpose.Control, false, "2026-11", "withdraw", new(2026, 11, 24, 12, 1, 0, TimeSpan.Zero)));
        journey.Wizard.ShouldBe(new WizardToken("w-1"));
        journey.Pending.ShouldBe(new PendingCommand("A-1/7/1795435200000/3", PendingAction.StartTest, "t-1"));
        journey.CommandCount.ShouldBe(3);
        journey.Refused.ShouldNotBeNull().Reasons.ShouldBe(["DEVICE_DISCONNECTED"]);
        (journey.Refused!.Kind, journey.Refused.Code, journey.Refused.StepId).ShouldBe((WizardProblemKind.NotReady, "KT-CT-4379", "t-1"));
        (journey.DeviceId, journey.KeyLinkOpenedFor).ShouldBe(("d-1", "k-1"));
        journey.Test.ShouldBe(new TestFacts
        {
            AgreedForStep = "t-1",
            AgreedInAdvance = true,
            StartedAt = new(2026, 11, 23, 12, 5, 0, TimeSpan.Zero),
            RetriedReason = "NOT_AT_HOME",
            RetriedFailure = "t-1:failed:NOT_AT_HOME",
            RetriesOfSameReason = 2,
        });
        journey.LiveToldAt.ShouldBe(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        (journey.End, journey.TellIn, journey.Locale, journey.Nudges).ShouldBe((JourneyEnd.Silence, "directline|c-1", "de", 1));
        (journey.StartedAt, journey.HeardAt).ShouldBe((Noon, new(2026, 11, 24, 12, 1, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void What_is_read_is_written_with_the_same_names_and_values() =>
        JsonNode.DeepEquals(JsonNode.Parse(Write(Read(Version6))), JsonNode.Parse(Version6)).ShouldBeTrue(Write(Read(Version6)));

    [Theory]
    [InlineData("journey-v1.json")]
    [InlineData("journey-v2.json")]
    [InlineData("journey-v3.json")]
    [InlineData("journey-v4.json")]
    [InlineData("journey-v5.json")]
    public void What_an_earlier_version_stored_is_written_with_the_same_names_and_values(string earlier)
    {
        var written = JsonNode.Parse(Write(Read(Fixture(earlier))))!.AsObject();

        foreach (var (name, value) in JsonNode.Parse(Fixture(earlier))!.AsObject())
        {
            JsonNode.DeepEquals(written[name], value).ShouldBeTrue(name);
        }
    }

    [Fact]
    public void What_is_left_is_read() => Read(Version3).Leaving.ShouldBe(new Leaving(WizardProblemKind.TryLater, "KT-CT-7899"));

    [Fact]
    public void What_is_wanted_of_smart_control_is_read() =>
        Read(Version4).Control.ShouldBe(new ControlWish("d-1", "Tesla Model 3", ControlAction.Suspend, IsPutOff: true));

    [Fact]
    public void What_people_have_promised_is_read() => Read(Version5).Promises.ShouldHaveSingleItem()
        .ShouldBe(new Promise("p-1", "CallBack", "About the meter", new(2026, 11, 26, 11, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void The_last_hand_over_and_the_refused_request_are_read() =>
        (Read(Version6).HandOverId, Read(Version6).Refused!.RequestId).ShouldBe(("h-1", "r-1"));

    [Fact]
    public void The_tariff_side_is_read_whole()
    {
        var facts = Read(Version2).Tariff;

        var offered = facts.Read.ShouldNotBeNull().Offered.ShouldNotBeNull();
        offered.StandingCharge.ShouldNotBeNull().Amount.ShouldBe(55.10m);
        (offered.QuoteId, offered.Terms?.Version, offered.StartsOn, offered.EndsOn, offered.TermMonths).ShouldBe(
            ("q-1", "1.3", new DateOnly(2026, 11, 23), new DateOnly(2027, 11, 22), 12));
        facts.Read.Now.ShouldNotBeNull().Prices.Pieces.ShouldHaveSingleItem().To.ShouldBeNull();
        facts.Agreed.ShouldBe(new TariffAgreement("f-1", "SMART-EV-26-10-01", "1.3", "I agree", new(2026, 11, 23, 8, 1, 0, TimeSpan.Zero)));
        facts.Switch.ShouldBe(
            new TariffSwitch("e-1", "SMART-EV-26-10-01", TariffSwitchState.AwaitsMeter, new(2026, 11, 24), "METER_EXCHANGE_BOOKED", "c-1"));
        (facts.Refused, facts.RetriedAfter).ShouldBe((new TariffRefusal(TariffProblemKind.NotPossible, "KT-CT-4626"), "e-0"));
    }

    [Fact]
    public void Every_fact_is_in_the_fixture()
    {
        var stored = JsonNode.Parse(Version6)!.AsObject().Select(property => property.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);

        typeof(Journey).GetProperties().Where(property => property.CanWrite).Select(property => property.Name)
            .Where(name => !stored.Contains(name)).ShouldBeEmpty("a new fact needs a fixture of its own version, journey-v7.json");
    }

    [Fact]
    public void Fields_of_a_newer_version_are_passed_over()
    {
        var newer = JsonNode.Parse(Version1)!.AsObject();
        newer["loyalty"] = new JsonObject { ["points"] = 7 };
        newer["vehicle"]!["colour"] = "red";
        newer["consents"]![0]!["channel"] = "whatsapp";

        Write(Read(newer.ToJsonString())).ShouldBe(Write(Read(Version1)));
    }

    [Fact]
    public void A_journey_of_which_little_was_stored_is_a_fresh_one()
    {
        var journey = Read("""{"accountNumber":"A-1","propertyId":7}""");

        journey.Consents.ShouldBeEmpty();
        journey.Test.ShouldBe(new TestFacts());
        NextStep.Of(journey, Nothing, Shipped.Market).ShouldBe(new AskDevices(DeviceQuestion.Both));
    }

    [Theory]
    [InlineData("""{"propertyId":7}""")]
    [InlineData("""{"accountNumber":"A-1"}""")]
    [InlineData("[]")]
    public void What_names_no_account_or_home_is_no_journey(string json) => Should.Throw<JsonException>(() => Read(json));

    private static Journey Read(string json) => JsonSerializer.Deserialize(json, JourneyJson.Default.Journey)!;

    private static string Fixture(string name) => File.ReadAllText(
        Path.Combine(RepositoryRoot.Path, "tests/SmartFlexBot.Tests/Onboarding/Journeys/Fixtures", name));

    private static string Write(Journey journey) => JsonSerializer.Serialize(journey, JourneyJson.Default.Journey);
}

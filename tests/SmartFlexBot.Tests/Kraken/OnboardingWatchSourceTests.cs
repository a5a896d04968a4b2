using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Kraken;

public sealed class OnboardingWatchSourceTests
{
    private readonly ScriptedKraken _kraken = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_watches_are_read_with_one_request_and_each_account_once()
    {
        _kraken.On("WatchOnboardings", Answer(
            ("d0", Devices("LIVE")), ("d1", new JsonArray()),
            ("k0", Wizards("complete")), ("c0", Ids()), ("k1", Wizards(
                "test failed")), ("c1", Ids()), ("k2", new JsonArray()), ("c2", Ids())));

        var readings = await ReadAsync(Watch("one", "A-1"), Watch("two", "A-2"), Watch("three", "A-2"));

        var asked = _kraken.Asked("WatchOnboardings").ShouldHaveSingleItem();
        asked.Variables.ToJsonString().ShouldBe("""{"a0":"A-1","a1":"A-2","w0":"WIZ-1","w1":"WIZ-1","w2":"WIZ-1"}""");
        foreach (var alias in (string[])["d0", "d1", "k0", "c0", "k1", "c1", "k2", "c2"])
        {
            asked.Query.ShouldContain($"{alias}: ");
        }

        var one = Reading(readings, "one");
        (one.IsComplete, one.IsCancelled, one.DeviceId, one.Lifecycle, one.IsLive).ShouldBe((true, false, "D-1", "LIVE", true));
        readings.Single(reading => reading.Key == "one").Final.ShouldBeTrue();
        var two = Reading(readings, "two");
        (two.IsComplete, two.IsCancelled).ShouldBe((false, false));
        (two.Step, two.StepId, two.IsReady, two.IsStarted, two.Problem!.Failed).ShouldBe(("TestCharge", "STEP-9", true, false, true));
        readings.Single(reading => reading.Key == "two").Final.ShouldBeFalse();
        var three = Reading(readings, "three");
        (three.IsCancelled, three.IsComplete, three.Step).ShouldBe((true, false, null));
    }

    [Theory]
    [InlineData("""{"__typename":"UserInputRequired","id":"S","inputError":{"message":"Wrong"},"userInputs":[]}""", "Wrong")]
    [InlineData("""{"__typename":"TerminalError","id":"S","terminalErrors":[{"errorCode":"E1"},{"errorCode":"E2"}]}""", "E1 E2")]
    public async Task What_went_wrong_at_a_step_is_part_of_the_sight(string step, string detail)
    {
        _kraken.On("WatchOnboardings", Answer(
            ("d0", new JsonArray()), ("k0", new JsonArray(new JsonObject { ["id"] = "WIZ-1", ["currentStep"] = JsonNode.Parse(step) })),
            ("c0", Ids())));

        Reading(await ReadAsync(Watch("one", "A-1")), "one").Error.ShouldBe(detail);
    }

    [Fact]
    public async Task The_same_sight_is_the_same_text()
    {
        _kraken.On("WatchOnboardings", Answer(("d0", Devices("ONBOARDING")), ("k0", Wizards("sign in")), ("c0", Ids())));

        var first = await ReadAsync(Watch("one", "A-1"));
        var second = await ReadAsync(Watch("one", "A-1"));

        second.Single().State.ShouldBe(first.Single().State);
        first.Single().State.ShouldNotContain("authorize");
    }

    [Fact]
    public async Task A_watch_whose_part_failed_is_left_out()
    {
        var answer = JsonNode.Parse(Answer(
            ("d0", Devices("LIVE")), ("d1", null), ("k0", Wizards("complete")), ("c0", Ids()), ("k1", Wizards("sign in")), ("c1", Ids())))!;
        answer["errors"] = JsonNode.Parse("""[{"message":"m","path":["d1"],"extensions":{"errorCode":"KT-CT-4360"}}]""");
        _kraken.On("WatchOnboardings", answer.ToJsonString());

        (await ReadAsync(Watch("one", "A-1"), Watch("two", "A-2"))).ShouldHaveSingleItem().Key.ShouldBe("one");
    }

    [Fact]
    public async Task A_device_alone_can_be_waited_for()
    {
        _kraken.On("WatchOnboardings", Answer(("d0", Devices("PENDING_LIVE"))));
        var watch = new Watch("onboarding", "one", new OnboardingWatch(new("A-1", 7), Token: null, "D-1").Write(), new("directline", "c"));

        var reading = OnboardingSighting.Read((await ReadAsync(watch)).Single().State);

        (reading.DeviceId, reading.Lifecycle, reading.Step).ShouldBe(("D-1", "PENDING_LIVE", null));
        (reading.IsComplete, reading.IsCancelled).ShouldBe((false, false));
    }

    [Fact]
    public async Task A_retired_device_is_final()
    {
        _kraken.On("WatchOnboardings", Answer(("d0", Devices("RETIRED")), ("k0", Wizards("complete")), ("c0", Ids())));

        (await ReadAsync(Watch("one", "A-1"))).Single().Final.ShouldBeTrue();
    }

    [Fact]
    public async Task Requests_stay_within_the_complexity_limit()
    {
        _kraken.On(
            "WatchOnboardings",
            Answer(("d0", Devices("LIVE")), ("k0", Wizards("complete")), ("c0", Ids()), ("k1", Wizards("complete")), ("c1", Ids())));

        await ReadAsync(
            [("ComplexityLimit", "20"), ("WatchComplexity", "10")], [.. Enumerable.Range(0, 5).Select(i => Watch($"w{i}", "A-1"))]);

        _kraken.Asked("WatchOnboardings").Select(request => request.Variables.Count(variable => variable.Key.StartsWith('w'))).ShouldBe(
            [2, 2, 1]);
    }

    [Fact]
    public async Task A_request_that_is_too_complex_is_cut_in_halves()
    {
        _kraken.On("WatchOnboardings", """{"errors":[{"message":"m","extensions":{"errorCode":"KT-CT-1188"}}]}""",
            Answer(("d0", Devices("LIVE")), ("k0", Wizards("complete")), ("c0", Ids())));

        (await ReadAsync(Watch("one", "A-1"), Watch("two", "A-1"))).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("""{"data":{"d0":7,"k0":null,"c0":null}}""")]
    public async Task An_unusable_answer_gives_no_reading(string answer)
    {
        _kraken.On("WatchOnboardings", answer);

        (await ReadAsync(Watch("one", "A-1"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payload_that_cannot_be_read_does_no_harm_to_the_others()
    {
        _kraken.On("WatchOnboardings", Answer(("d0", Devices("LIVE")), ("k0", Wizards("complete")), ("c0", Ids())));

        (await ReadAsync(
            Watch("one", "A-1"),
            new Watch("onboarding", "broken", "{", new("directline", "c")))).ShouldHaveSingleItem().Key.ShouldBe("one");
    }

    private async Task<IReadOnlyList<WatchReading>> ReadAsync(params Watch[] watches) => await ReadAsync([], watches);

    private async Task<IReadOnlyList<WatchReading>> ReadAsync((string, string?)[] settings, Watch[] watches) =>
        await _kraken.Start(settings).GetServices<IWatchSource>().Single(source => source.Kind == OnboardingWatch.Kind).ReadAsync(
            watches, Stop);

    private static OnboardingSighting Reading(IReadOnlyList<WatchReading> readings, string key) =>
        OnboardingSighting.Read(readings.Single(reading => reading.Key == key).State);

    private static Watch Watch(string key, string account) => new(
        "onboarding", key, new OnboardingWatch(new(account, 7), new WizardToken("WIZ-1")).Write(), new("directline", "c"));

    private static string Answer(params (string Alias, JsonNode? Part)[] parts)
    {
        var data = new JsonObject();
        foreach (var (alias, part) in parts)
        {
            data[alias] = part;
        }

        return new JsonObject { ["data"] = data }.ToJsonString();
    }

    private static JsonArray Wizards(string sample) => [WizardSamples.Wizard(sample)];

    private static JsonArray Ids() => [new JsonObject { ["id"] = "WIZ-1" }];

    private static JsonNode Devices(string lifecycle) => JsonNode.Parse(
        $$$"""[{"__typename":"SmartFlexVehicle","id":"D-1","deviceType":"ELECTRIC_VEHICLES","provider":"TESLA","status":"""
            + $$$"""{"current":"{{{lifecycle}}}","currentState":null},"onboardingWizard":{"id":"WIZ-1"}}]""")!;
}

using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken.Tariffs;

public sealed class TariffWatchSourceTests
{
    private const string Code = TariffMarkets.Product;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_watches_are_read_with_one_request_and_each_account_once()
    {
        var kraken = new ScriptedKraken { Market = TariffMarkets.Enrolment };
        kraken.On("ReadSwitches", $$"""
            {"data":{"a0":{{TariffAnswers.Home(TariffAnswers.Standard)}},
            "e0":[{{TariffAnswers.Enrolment("IN_PROGRESS", "METER_EXCHANGE_BOOKED")}}],
            "a1":{{TariffAnswers.Home(TariffAnswers.Smart("2026-11-01T00:00:00Z"))}},
            "e1":[{{TariffAnswers.Enrolment("COMPLETED", "COMPLETED", id: "E-9")}}]} }
            """);

        var readings = await ReadAsync(kraken, Watch("one", "A-1"), Watch("two", "A-1", "ANOTHER"), Watch("three", "A-2"));

        kraken.Asked("ReadSwitches").ShouldHaveSingleItem().Variables.ToJsonString().ShouldBe("""{"n0":"A-1","n1":"A-2"}""");
        readings.Select(reading => (reading.Key, TariffWatch.ReadState(reading.State), reading.Final)).ShouldBe(
        [
            ("one", new TariffSwitch("E-1", Code, TariffSwitchState.AwaitsMeter, Event: "METER_EXCHANGE_BOOKED"), false),
            ("two", null, false),
            ("three", new TariffSwitch("E-9", Code, TariffSwitchState.Done, new(2026, 11, 1), "COMPLETED"), true),
        ]);
    }

    [Fact]
    public async Task A_switch_that_stopped_is_final()
    {
        var kraken = Shows("FAILED", "CANCELLED");

        (await ReadAsync(kraken, Watch("one", "A-1"))).ShouldHaveSingleItem().Final.ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_sight_is_the_same_text()
    {
        var kraken = Shows("IN_PROGRESS", "TERMS_ACCEPTED");

        (await ReadAsync(kraken, Watch("one", "A-1"))).Single().State.ShouldBe(
            (await ReadAsync(kraken, Watch("one", "A-1"))).Single().State);
    }

    [Fact]
    public async Task A_watch_whose_part_failed_is_left_out()
    {
        var kraken = new ScriptedKraken { Market = TariffMarkets.Enrolment };
        kraken.On("ReadSwitches", $$"""
            {"errors":[{"message":"m","path":["e1"],"extensions":{"errorCode":"KT-CT-7899"} }],"data":{
            "a0":{{TariffAnswers.Home(TariffAnswers.Standard)}},"e0":[],"a1":{{TariffAnswers.Home(TariffAnswers.Standard)}},"e1":null} }
            """);

        (await ReadAsync(kraken, Watch("one", "A-1"), Watch("two", "A-2"))).ShouldHaveSingleItem().Key.ShouldBe("one");
    }

    [Fact]
    public async Task A_request_that_is_too_complex_is_cut_in_halves()
    {
        var kraken = new ScriptedKraken { Market = TariffMarkets.Enrolment };
        kraken.On("ReadSwitches", """{"errors":[{"message":"m","extensions":{"errorCode":"KT-CT-1188"}}]}""",
            TariffAnswers.Switches(TariffAnswers.Home(TariffAnswers.Standard)));

        (await ReadAsync(kraken, Watch("one", "A-1"), Watch("two", "A-2"))).Count.ShouldBe(2);
        kraken.Asked("ReadSwitches").Select(request => request.Variables.Count).ShouldBe([2, 1, 1]);
    }

    [Fact]
    public async Task A_payload_that_cannot_be_read_does_no_harm_to_the_others()
    {
        var kraken = Shows("IN_PROGRESS", "TERMS_ACCEPTED");

        (await ReadAsync(
            kraken, Watch("one", "A-1"),
            new(TariffWatch.Kind, "broken", "{", new("directline", "c")))).ShouldHaveSingleItem().Key.ShouldBe("one");
    }

    [Fact]
    public async Task A_market_with_quotes_is_asked_for_agreements_alone()
    {
        var kraken = new ScriptedKraken { Market = TariffMarkets.Quote };
        kraken.On(
            "ReadSwitches",
            $$$"""{"data":{"a0":{{{TariffAnswers.Home(TariffAnswers.Standard, TariffAnswers.Smart("2026-11-30T23:00:00Z"))}}} }}""");

        var state = TariffWatch.ReadState((await ReadAsync(kraken, Watch("one", "A-1"))).Single().State);

        state.ShouldBe(new(Id: null, Code, TariffSwitchState.UnderWay, new(2026, 12, 1)));
        kraken.Asked("ReadSwitches").Single().Query.ShouldNotContain("Enrolment");
        kraken.Asked("ReadSwitches").Single().Query.ShouldNotContain("smartTariffOnboarding");
    }

    [Fact]
    public async Task A_market_without_tariffs_has_nothing_to_look_at() =>
        (await ReadAsync(new() { Market = TariffMarkets.None }, Watch("one", "A-1"))).ShouldBeEmpty();

    private static ScriptedKraken Shows(string status, string latest)
    {
        var kraken = new ScriptedKraken { Market = TariffMarkets.Enrolment };
        return kraken.On(
            "ReadSwitches", TariffAnswers.Switches(TariffAnswers.Home(TariffAnswers.Standard), TariffAnswers.Enrolment(status, latest)));
    }

    private static Task<IReadOnlyList<WatchReading>> ReadAsync(ScriptedKraken kraken, params Watch[] watches) =>
        kraken.Start().GetServices<IWatchSource>().Single(source => source.Kind == TariffWatch.Kind).ReadAsync(watches, Stop);

    private static Watch Watch(string key, string account, string product = Code) =>
        new(TariffWatch.Kind, key, new TariffWatch(new(account, 7, DeviceKind.ElectricVehicle), product).Write(), new("directline", "c"));
}

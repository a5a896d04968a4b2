using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Waiting;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

/// <summary>What becomes of a switch: begun with a copy and a deadline, told at each change once, and ended.</summary>
public sealed partial class SwitchNewsTests
{
    private static readonly TariffReading Read = new(Flat, Smart, IsOnOffered: false, ReadAt);
    private static readonly TariffAgreement Yes = new(OfferFingerprint.Of(Smart, Flat, London), Smart.ProductCode, "1.3", "I agree", Noon);
    private static readonly TariffSwitch Begun = new("e-1", Smart.ProductCode, TariffSwitchState.AwaitsTestCharge);
    private static readonly Journey Agreed = Confirmed with
    {
        Consents = [Given(ConsentPurpose.HalfHourlyReadings)],
        Tariff = new() { Read = Read, Agreed = Yes },
    };

    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task A_switch_that_begins_is_told_with_a_copy_that_can_be_kept()
    {
        var chat = await AtAsync(Agreed);

        (await chat.SwitchedAsync(new(Switch: Begun))).ShouldBe(
        [
            Chat.Text("tariff.copy", ("tariff", "Smart EV")), Chat.Text("tariff.switch.AwaitsTestCharge"),
            $"[{Chat.Text("consent.title")}]",
        ]);

        var file = chat.Effects.Sent.Single(sent => sent.Attachments is [{ ContentType: "application/pdf" }]).Attachments!.Single();
        file.Name.ShouldBe("tariff-2026-11-23.pdf");
        file.ContentUrl.ShouldNotBeNull().ShouldStartWith("https://chat.example.com/tariff/copies/");
        var record = chat.Effects.Written.Single(written => written.Kind == AgreementCopy.RecordKind);
        (record.IsEvidence, record.ExpiresAt).ShouldBe((true, null));
        AgreementCopy.Read(record.Json!)!.Pdf.ShouldBe([1]);
    }

    [Fact]
    public async Task The_copy_has_everything_that_was_shown_and_agreed_to()
    {
        var chat = await AtAsync(Agreed);
        await chat.SwitchedAsync(new(Switch: Begun));

        var copy = chat.Copies.ShouldHaveSingleItem();
        (copy.Title, copy.Language, copy.AgreedAt).ShouldBe(("Your contract: Smart EV", "en", Noon));
        copy.Footer.ShouldStartWith("Brightwater Energy. You can reach us ");
        copy.Picture.ShouldNotBeNull();
        copy.Sections.Select(section => section.Heading).ShouldBe(
            [Chat.Text("tariff.copy.agreement"), Chat.Text("tariff.offered"), Chat.Text("tariff.now"), Chat.Text("tariff.copy.rules")]);
        copy.Sections[0].Rows.Select(row => row.Value).ShouldBe(
            ["A-1", "I agree", "23 November 2026, 12:00", "https://supplier.example/terms/smart-ev-1.3.pdf"]);
        copy.Sections[1].Rows.Count.ShouldBe(10);
        copy.Sections[1].Rows[2].Origin.ShouldBe("our price system, read on 23 November 2026, 08:00 (field)");
        copy.Sections[2].Rows.Select(row => row.Value).ShouldContain("Standard Variable");
        copy.Sections[2].Rows.Count.ShouldBe(6);
        copy.Sections[3].Rows[0].Origin.ShouldBe("https://octopus.energy/policies/smart-tariffs-terms-and-condition, 23 November 2026");
    }

    [Fact]
    public async Task The_days_to_connect_the_device_are_counted_from_the_agreement()
    {
        var chat = await AtAsync(Agreed);

        await chat.SwitchedAsync(new(Switch: Begun));

        var due = new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);
        chat.Effects.Reminders.Where(reminder => reminder.Key.StartsWith("tariff-deadline", StringComparison.Ordinal))
            .Select(reminder => (reminder.Key, reminder.Value.DueAt)).ShouldBe(
            [("tariff-deadline-3", due.AddDays(-3)), ("tariff-deadline-1", due.AddDays(-1)), ("tariff-deadline-0", due)]);
        (await chat.TurnAsync(chat.Effects.Reminders["tariff-deadline-3"].Activity))[0].ShouldBe(
            Chat.Text("tariff.deadline.left", ("days", 3), ("date", "30 November 2026")));
        (await chat.TurnAsync(chat.Effects.Reminders["tariff-deadline-0"].Activity))[0].ShouldBe(
            Chat.Text("tariff.deadline.over", ("date", "30 November 2026")));
    }

    [Fact]
    public async Task An_event_that_names_no_days_reminds_of_nothing()
    {
        var chat = await AtAsync(Agreed with { Tariff = Agreed.Tariff with { Switch = Begun } });

        (await chat.HappenAsync(TariffDeadline.EventName)).ShouldBeEmpty();
        (await chat.HappenAsync(TariffDeadline.EventName, new JsonObject { ["days"] = "3" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_the_tariff_comes_after_the_device_there_is_no_deadline()
    {
        var market = Shipped.Britain with { Tariff = Shipped.Britain.Tariff! with { Order = TariffOrder.AfterDevice } };
        _kraken.Devices.Add(Device("LIVE"));
        var chat = await AtAsync(Agreed with { LiveToldAt = Noon, DeviceId = "d-1" }, market);

        await chat.SwitchedAsync(new(Switch: Begun));

        chat.Effects.Reminders.Keys.ShouldNotContain(key => key.StartsWith("tariff-deadline", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_switch_is_looked_at_until_it_ends()
    {
        var chat = await AtAsync(Agreed);
        await chat.SwitchedAsync(new(Switch: Begun));
        var watch = chat.Effects.Watches[(TariffWatch.Kind, "A-1/7")];
        TariffWatch.Read(watch.Payload).ShouldBe(new TariffWatch(new("A-1", 7, Car), Smart.ProductCode));
        (watch.Every, watch.Until).ShouldBe((TimeSpan.FromSeconds(10), Noon.AddDays(180)));

        (await SeenAsync(chat, Begun with { State = TariffSwitchState.Done })).ShouldBe([Chat.Text("tariff.switch.Done")]);
        (await SeenAsync(chat, Begun with { State = TariffSwitchState.Done })).ShouldBeEmpty();

        chat.Effects.Watches.ShouldNotContainKey((TariffWatch.Kind, "A-1/7"));
        chat.Effects.Events.ShouldHaveSingleItem().Json.ShouldBe(
            """{"accountNumber":"A-1","propertyId":7,"productCode":"SMART-EV-26-10-01","state":"Done","at":"2026-11-23"""
            + """T12:00:00.0000000\u002B00:00"}""");
        chat.Effects.Events[0].Key.ShouldBe("journey.tariff/A-1/7/SMART-EV-26-10-01/e-1/Done");
    }

    [Theory]
    [InlineData(TariffSwitchState.UnderWay, null, null, "tariff.switch.UnderWay")]
    [InlineData(TariffSwitchState.AwaitsMeter, null, null, "tariff.switch.AwaitsMeter")]
    [InlineData(TariffSwitchState.AwaitsMeter, "METER_EXCHANGE_BOOKED", null, "tariff.switch.AwaitsMeter.booked")]
    [InlineData(TariffSwitchState.AwaitsMeter, "METER_INSTALLED", null, "tariff.switch.AwaitsMeter.installed")]
    [InlineData(TariffSwitchState.Done, null, null, "tariff.switch.Done")]
    public async Task Each_change_is_told_once(TariffSwitchState state, string? happened, string? code, string key)
    {
        var chat = await AtAsync(Agreed with { Tariff = Agreed.Tariff with { Switch = Begun } });
        var seen = Begun with { State = state, Event = happened, Code = code };

        (await SeenAsync(chat, seen)).ShouldBe([Chat.Text(key)]);
        (await SeenAsync(chat, seen)).ShouldBeEmpty();

        (await chat.JourneyAsync()).Tariff.Switch.ShouldBe(seen);
    }

    [Fact]
    public async Task A_switch_with_a_day_says_which()
    {
        var chat = await AtAsync(Agreed with { Tariff = Agreed.Tariff with { Switch = Begun } });

        (await SeenAsync(chat, Begun with { State = TariffSwitchState.UnderWay, StartsOn = new(2026, 12, 1) })).ShouldBe(
            [Chat.Text("tariff.switch.UnderWay.date", ("date", "1 December 2026"))]);
    }

    [Fact]
    public async Task What_changes_without_another_word_is_kept_and_not_told_again()
    {
        var chat = await AtAsync(Agreed with { Tariff = Agreed.Tariff with { Switch = Begun } });

        (await SeenAsync(chat, Begun with { Code = "X" })).ShouldBeEmpty();

        (await chat.JourneyAsync()).Tariff.Switch!.Code.ShouldBe("X");
    }

    [Fact]
    public async Task Who_is_on_it_already_has_nothing_to_switch()
    {
        var chat = await AtAsync(Confirmed);

        (await chat.SwitchedAsync(new(Read with { IsOnOffered = true, Now = Smart })))[0].ShouldBe(
            Chat.Text("tariff.already", ("tariff", "Smart EV")));
    }

    [Fact]
    public async Task A_switch_that_was_begun_elsewhere_is_taken_up_without_a_copy()
    {
        var chat = await AtAsync(Confirmed);

        (await chat.SwitchedAsync(new(Read, Begun)))[0].ShouldBe(Chat.Text("tariff.switch.AwaitsTestCharge"));

        chat.Copies.ShouldBeEmpty();
        chat.Effects.Reminders.Keys.ShouldNotContain(key => key.StartsWith("tariff-deadline", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}", "tariff.reason.NoOffer")]
    [InlineData("prices", "tariff.reason.WrongPrices")]
    [InlineData("terms", "tariff.reason.NoTerms")]
    [InlineData("exit fee", "tariff.reason.Incomplete")]
    public async Task Data_that_cannot_be_right_is_not_shown(string wrong, string key)
    {
        Tariff? offered = wrong switch
        {
            "prices" => Smart.Priced(),
            "terms" => Smart with { Terms = null },
            "exit fee" => Smart with { ExitFee = null },
            _ => null,
        };
        var chat = await AtAsync(Confirmed);

        (await chat.SwitchedAsync(new(Read with { Offered = offered }))).ShouldBe(
            [OfferChats.Card(key, "tariff.then.NotConnected", "tariff.way.LookAgain")]);
    }

    private async Task<Chat> AtAsync(Journey journey, MarketSettings? market = null)
    {
        var chat = new Chat(_kraken, market ?? Shipped.Britain);
        chat.Know(journey);
        await chat.OpenAsync();
        return chat;
    }

    private static Task<IReadOnlyList<string>> SeenAsync(Chat chat, TariffSwitch seen) => chat.HappenAsync(
        WatchEvents.Changed, new JsonObject { ["kind"] = TariffWatch.Kind, ["state"] = TariffWatch.WriteState(seen) });
}

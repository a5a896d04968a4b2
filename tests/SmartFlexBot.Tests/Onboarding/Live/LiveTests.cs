using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Live;

public sealed class LiveTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task LIVE_is_told_and_recorded_once()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition), "d-1");
        await chat.OpenAsync();
        _kraken.Devices.Add(Device("LIVE"));

        (await chat.HappenAsync("watch/changed")).ShouldHaveSingleItem().ShouldBe("[Smart charging is on for Tesla Model 3]");
        (await chat.HappenAsync("watch/changed")).ShouldBeEmpty();

        chat.Effects.Events.ShouldHaveSingleItem().Key.ShouldBe("journey.live/A-1/7/d-1");
    }

    [Fact]
    public async Task LIVE_that_is_seen_before_the_tests_own_answer_is_told_once()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun with { DeviceId = "d-1" });
        _kraken.Show(new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, Problem: null), "d-1");
        await chat.OpenAsync();
        await chat.SayAsync("yes please, start the test");
        _kraken.Devices.Add(Device("LIVE"));
        (await chat.HappenAsync("watch/changed")).ShouldHaveSingleItem().ShouldBe("[Smart charging is on for Tesla Model 3]");

        (await chat.CommandAsync()).ShouldBeEmpty();
        (await chat.HappenAsync("watch/changed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task LIVE_seen_first_by_a_new_conversation_is_news_for_the_supplier_too()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun with { DeviceId = "d-1" });
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition), "d-1");
        _kraken.Devices.Add(Device("LIVE"));

        await chat.OpenAsync();

        chat.Effects.Events.ShouldHaveSingleItem().Name.ShouldBe("journey.live");
    }

    [Fact]
    public async Task Who_was_LIVE_before_is_told_so_and_it_is_no_news()
    {
        var chat = new Chat(_kraken);
        _kraken.Devices.Add(Device("LIVE"));

        (await chat.OpenAsync()).ShouldHaveSingleItem().ShouldContain("smart charging is already on for");

        chat.Effects.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_device_is_told_as_the_first_was()
    {
        var chat = new Chat(_kraken);
        chat.Know(Agreed with { LiveToldAt = Noon.AddYears(-1) });
        _kraken.Devices.Add(Device("RETIRED", "d-old"));
        await chat.OpenAsync();
        await chat.CommandAsync();
        _kraken.Devices.Add(Device("LIVE", "d-new"));

        (await chat.HappenAsync("watch/changed")).ShouldHaveSingleItem().ShouldBe("[Smart charging is on for Tesla Model 3]");

        chat.Effects.Events.ShouldHaveSingleItem().Key.ShouldBe("journey.live/A-1/7/d-new");
    }

    [Fact]
    public async Task LIVE_is_told_though_the_chat_asks_whether_to_stop()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition), "d-1");
        await chat.OpenAsync();
        await chat.AskAsync(QuestionKind.Cancel);
        _kraken.Devices.Add(Device("LIVE"));

        (await chat.HappenAsync("watch/changed")).ShouldHaveSingleItem().ShouldBe("[Smart charging is on for Tesla Model 3]");
    }

    [Fact]
    public async Task After_LIVE_nothing_is_looked_at_and_nobody_is_reminded()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition), "d-1");
        await chat.OpenAsync();
        await chat.SayAsync("hello");
        chat.Effects.Watches.ShouldContainKey((OnboardingWatch.Kind, "A-1/7"));
        chat.Effects.Reminders.Keys.ShouldBe(["nudge", "silence"], ignoreOrder: true);
        _kraken.Devices.Add(Device("LIVE"));

        await chat.HappenAsync("watch/changed");

        chat.Effects.Watches.ShouldBeEmpty();
        chat.Effects.Reminders.ShouldBeEmpty();
    }

    [Fact]
    public async Task LIVE_is_left_to_where_the_customer_was_last_heard_and_told_here_after_its_patience()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun with { TellIn = "directline|c-2" });
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition), "d-1");
        await chat.OpenAsync();
        _kraken.Devices.Add(Device("LIVE"));

        (await chat.HappenAsync("watch/changed")).ShouldBeEmpty();
        chat.Effects.Posted.ShouldHaveSingleItem().Name.ShouldBe(OnboardingEvents.Changed);
        chat.Effects.Events.ShouldBeEmpty();
        var reminder = chat.Effects.Reminders["tell-here"];
        reminder.DueAt.ShouldBe(Noon.AddMinutes(1));

        (await chat.TurnAsync(reminder.Activity)).ShouldHaveSingleItem().ShouldStartWith($"[{Chat.Start("live.title")}");
        chat.Effects.Events.ShouldHaveSingleItem().Name.ShouldBe("journey.live");
    }

    [Fact]
    public async Task Who_asks_again_after_LIVE_is_told_in_short()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition), "d-1");
        _kraken.Devices.Add(Device("LIVE"));
        await chat.OpenAsync();

        (await chat.SayAsync("hello")).ShouldHaveSingleItem().ShouldStartWith(Chat.Start("live.already"));
        (await chat.HappenAsync("journey/changed")).ShouldBeEmpty();

        chat.Effects.Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_name_is_escaped_on_the_card_and_not_in_the_words_that_are_spoken()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Devices.Add(Device("LIVE") with { Make = "VW", Model = "ID.3 (58 kWh)" });
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition), "d-1");

        (await chat.OpenAsync())[^1].ShouldBe("[Smart charging is on for VW ID.3 (58 kWh)]");

        chat.Effects.Sent[^1].Attachments!.Single().Content!["body"]![0]!["items"]![0]!["text"]!.ToString()
            .ShouldBe(@"Smart charging is on for VW ID\.3 \(58 kWh\)");
    }

    [Fact]
    public async Task Who_is_half_way_goes_on_there()
    {
        var chat = new Chat(_kraken);
        _kraken.Devices.Add(Device("ONBOARDING"));
        _kraken.Show(new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, Problem: null), "d-1");

        var said = await chat.OpenAsync();

        said.ShouldBe([
            "Hello Ada. I’m a bot: Brightwater Energy’s smart charging assistant. You have already started to connect Tesla Model 3, "
            + "so we can carry on from there. To reach our team, type “person”.",
            "[Two permissions]",
        ]);
        var journey = await chat.JourneyAsync();
        (journey.Chosen, journey.Vehicle!.DisplayName, journey.DeviceId).ShouldBe((Car, "Tesla Model 3", "d-1"));
    }

    [Theory]
    [InlineData(null, Car, "your car")]
    [InlineData("d-1", Charger, "your charger")]
    [InlineData("3f2504e0-4f89-11d3-9a0c-0305e82c3301", Car, "your car")]
    [InlineData("Ada’s Tesla", Car, "Ada’s Tesla")]
    public async Task A_device_without_make_and_model_is_never_called_by_its_id(string? name, DeviceKind kind, string called)
    {
        var chat = new Chat(_kraken);
        _kraken.Devices.Add(Device("LIVE", kind: kind) with { Make = null, Model = null, Name = name });

        (await chat.OpenAsync()).ShouldHaveSingleItem().ShouldContain($"smart charging is already on for {called}.");
    }

    /// <summary>Shown as one, "27." would be "1.".</summary>
    [Fact]
    public async Task A_German_date_is_no_numbered_list()
    {
        var chat = new Chat(_kraken) { BegunIn = "de" };
        chat.Know(Begun);
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition), "d-1");
        _kraken.Devices.Add(Device("LIVE"));

        await chat.OpenAsync();

        chat.CardTexts.ShouldContain(text => text.StartsWith(@"23\. November 2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_goes_on_after_LIVE_goes_on_when_LIVE_was_told()
    {
        var chat = await AtLiveBeforeItsTariffAsync(Begun);

        (await chat.HappenAsync("watch/changed")).ShouldHaveSingleItem().ShouldStartWith($"[{Chat.Start("live.connected.title")}");

        chat.CardTexts.ShouldContain(Chat.Text("live.connected.since"));
        chat.CardTexts.ShouldNotContain(Chat.Text("live.since"));
        chat.CardTexts.ShouldNotContain(Chat.Text("live.ask.boost"), "the tariff is asked next");
        chat.Effects.Events.ShouldHaveSingleItem().Name.ShouldBe("journey.live");
        chat.Effects.Commands.ShouldHaveSingleItem().Kind.ShouldBe(TariffCommand.CommandKind);
    }

    [Fact]
    public async Task Where_LIVE_is_told_in_another_window_it_goes_on_there()
    {
        var chat = await AtLiveBeforeItsTariffAsync(Begun with { TellIn = "directline|c-2" });

        (await chat.HappenAsync("watch/changed")).ShouldBeEmpty();

        chat.Effects.Commands.ShouldBeEmpty();
        chat.Effects.Posted.ShouldHaveSingleItem();
    }

    private async Task<Chat> AtLiveBeforeItsTariffAsync(SmartFlexBot.Onboarding.Journeys.Journey journey)
    {
        var rules = Shipped.Britain.Tariff! with { Order = TariffOrder.AfterDevice, DeadlineDays = null, RemindDaysBefore = [] };
        var chat = new Chat(_kraken, Shipped.Britain with { Tariff = rules });
        chat.Know(journey);
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition), "d-1");
        await chat.OpenAsync();
        _kraken.Devices.Add(Device("LIVE"));
        return chat;
    }
}

using SmartFlexBot.BotFramework;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Live;

/// <summary>One journey in several conversations: news are told where the customer was last heard, and the others show them.</summary>
public sealed class OtherWindowsTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task The_other_windows_hear_of_LIVE_each_but_once()
    {
        var chat = await OpenAsync(Begun, windows: "[\"directline|c-2\",\"directline|c-1\",\"directline|c-3\"]");
        await chat.SayAsync("hello");
        _kraken.Devices.Add(Device("LIVE"));

        await chat.HappenAsync("watch/changed");

        chat.Effects.PostedTo.ShouldBe([("directline|c-2", "live/d-1/told"), ("directline|c-3", "live/d-1/told")]);
        chat.Effects.Posted.ShouldAllBe(posted => posted.Name == OnboardingEvents.Changed);
    }

    [Fact]
    public async Task The_window_that_is_to_tell_it_is_asked_to_and_the_others_wait()
    {
        var chat = await OpenAsync(Begun with { TellIn = "directline|c-2" });
        _kraken.Devices.Add(Device("LIVE"));

        (await chat.HappenAsync("watch/changed")).ShouldBeEmpty();

        chat.Effects.PostedTo.ShouldBe([("directline|c-2", "live/d-1/tell")]);
        (await chat.JourneyAsync()).LiveToldAt.ShouldBeNull();
    }

    [Fact]
    public async Task What_the_other_window_has_told_meanwhile_is_shown_here_in_short()
    {
        var chat = await OpenAsync(Begun with { TellIn = "directline|c-2" });
        _kraken.Devices.Add(Device("LIVE"));
        await chat.HappenAsync("watch/changed");
        chat.Know(await chat.JourneyAsync() with { LiveToldAt = Noon });

        (await chat.HappenAsync(OnboardingEvents.Changed)).ShouldBe([Chat.Text("live.already", ("device", "Tesla Model 3"))]);
        (await chat.HappenAsync(LiveElsewhere.TellHere)).ShouldBeEmpty();

        chat.Effects.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_writes_here_is_told_here_whatever_was_left_to_another_window()
    {
        var chat = await OpenAsync(Begun with { TellIn = "directline|c-2" });
        _kraken.Devices.Add(Device("LIVE"));
        await chat.HappenAsync("watch/changed");

        (await chat.SayAsync("hello")).ShouldHaveSingleItem().ShouldStartWith($"[{Chat.Start("live.title")}");
    }

    [Fact]
    public async Task A_window_enlists_once()
    {
        var chat = await OpenAsync(Begun);
        await chat.SayAsync("hello");

        Windows(chat).ShouldHaveSingleItem().Json.ShouldBe("[\"directline|c-1\"]");
    }

    [Fact]
    public async Task A_window_that_is_known_is_not_written_again()
    {
        var chat = await OpenAsync(Begun, windows: "[\"directline|c-1\"]");

        Windows(chat).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_newest_ten_windows_count()
    {
        var old = string.Join(',', Enumerable.Range(2, 10).Select(number => $"\"directline|c-{number}\""));
        var chat = await OpenAsync(Begun, windows: $"[{old}]");

        var newest = string.Join(',', Enumerable.Range(3, 9).Append(1).Select(number => $"\"directline|c-{number}\""));
        Windows(chat).Last().Json.ShouldBe($"[{newest}]");
    }

    [Fact]
    public async Task The_LIVE_event_for_the_supplier_has_ids_and_the_time_alone()
    {
        var chat = await OpenAsync(Begun);
        await chat.SayAsync("hello");
        _kraken.Devices.Add(Device("LIVE"));
        await chat.HappenAsync("watch/changed");

        var live = chat.Effects.Events.ShouldHaveSingleItem();
        live.Json.ShouldBe("""{"accountNumber":"A-1","propertyId":7,"deviceId":"d-1","at":"2026-11-23T12:00:00.0000000\u002B00:00"}""");
        (await chat.JourneyAsync()).LiveToldAt.ShouldBe(Noon);
    }

    private static IEnumerable<SmartFlexBot.BotFramework.Ports.RecordWrite> Windows(Chat chat) =>
        chat.Effects.Written.Where(written => written.Kind == JourneyConversations.RecordKind);

    private async Task<Chat> OpenAsync(Journey journey, string? windows = null)
    {
        var chat = new Chat(_kraken);
        chat.Know(journey);
        if (windows is not null)
        {
            chat.Effects.SaveRecord(new(JourneyConversations.RecordKind, "A-1/7", windows, ExpectedVersion: 0));
        }

        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition), "d-1");
        await chat.OpenAsync();
        return chat;
    }
}

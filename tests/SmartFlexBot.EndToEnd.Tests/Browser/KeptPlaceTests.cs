using SmartFlexBot.EndToEnd.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>Whatever a customer does to the page, the place in the conversation stays.</summary>
public sealed class KeptPlaceTests(Chromium chromium)
{
    private const string Account = "A-7E51A001";

    [Fact]
    public async Task A_reload_keeps_the_conversation_and_the_open_question()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Phone);
        var chat = await browser.OpenChatAsync(installation.Bot);
        await new BrowserStory(chat).ToTheConfirmationAsync();
        var said = await chat.Messages.CountAsync();

        await chat.ReloadAsync();

        await chat.SeesAsync(Words.Of("confirm.propose.ElectricVehicle"));
        await Expect(chat.Messages).ToHaveCountAsync(said);
        await chat.PressAsync(Words.Of("confirm.yes"));
        await chat.SeesAsync(Words.Of("consent.title"));
    }

    [Fact]
    public async Task An_old_card_pressed_again_says_so_and_changes_nothing()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        var chat = await browser.OpenChatAsync(installation.Bot);
        var story = new BrowserStory(chat);
        await story.ToTheSignInAsync();
        var changes = await installation.Control.MutationsAsync(Account);

        await chat.PressAsync(Words.Of("confirm.yes"));
        await chat.SeesAsync(Words.Of("card.answered"), times: 1);
        await chat.PressAsync(Words.Of("consent.submit"));
        await chat.SeesAsync(Words.Of("card.answered"), times: 2);

        (await installation.Control.MutationsAsync(Account)).ShouldBe(changes);
        await story.SignInAsync();
    }

    [Theory]
    [InlineData(OnboardingApi.Classic)]
    [InlineData(OnboardingApi.Wizard)]
    public async Task Every_button_pressed_twice_in_haste_counts_once(OnboardingApi api)
    {
        await using var installation = await Installation.StartAsync(api);
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        var chat = await browser.OpenChatAsync(installation.Bot);
        chat.ClicksPerPress = 2;
        var answered = 0;

        await new BrowserStory(chat, async (stage, _) =>
        {
            // The second press is answered before the next question is: nobody ticks boxes on a card that is just being shown again.
            if (stage is "permissions" or "sign-in" or "testing")
            {
                await chat.SeesAsync(Words.Of("card.answered"), ++answered);
            }
        }).ToLiveAsync();

        (await installation.Control.MutationsAsync(Account)).ShouldBe(KrakenChanges.OnceEach[api]);
        await chat.SeesAsync(Words.Of("live.text"), times: 1);
    }

    [Theory]
    [InlineData(OnboardingApi.Classic)]
    [InlineData(OnboardingApi.Wizard)]
    public async Task Nonsense_at_every_question_keeps_the_place(OnboardingApi api)
    {
        await using var installation = await Installation.StartAsync(api);
        await using var browser = await chromium.OpenAsync(Device.Phone);
        var chat = await browser.OpenChatAsync(installation.Bot);
        chat.Page.Dialog += (
            _, dialog) => throw new InvalidOperationException($"Something that was typed ran as a script: {dialog.Message}");
        var nonsense = new Nonsense(seed: 20);

        await new BrowserStory(chat, async (_, page) =>
        {
            if (page == chat.Page)
            {
                await chat.SayAndHearAsync(nonsense.Next());
            }
        }).ToLiveAsync();

        (await installation.Control.MutationsAsync(Account)).ShouldBe(KrakenChanges.OnceEach[api]);
    }

    [Fact]
    public async Task Two_tabs_are_one_conversation()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        var left = await browser.OpenChatAsync(installation.Bot);
        await new BrowserStory(left).ToTheConfirmationAsync();

        var right = await browser.OpenChatAsync(installation.Bot);
        await right.SeesAsync(Words.Of("confirm.propose.ElectricVehicle"));
        await right.PressAsync(Words.Of("confirm.yes"));
        await left.SeesAsync(Words.Of("consent.title"));

        // The other tab still shows the old card: no second answer comes of it.
        await left.PressAsync(Words.Of("confirm.yes"));
        await right.SeesAsync(Words.Of("card.answered"), times: 1);
    }

    [Fact]
    public async Task Who_was_offline_finds_the_news_on_coming_back()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Phone);
        var chat = await browser.OpenChatAsync(installation.Bot);
        var story = new BrowserStory(chat);
        await story.ToTheSignInAsync();
        await story.SignInAsync();
        await story.AddKeyAsync();
        await installation.Control.FreezeAsync();
        await story.StartTestAsync();

        await browser.Context.SetOfflineAsync(true);
        await chat.SeesStatusAsync("offline");
        await installation.Control.AdvanceAsync(TimeSpan.FromMinutes(8));
        await browser.Context.SetOfflineAsync(false);

        await story.SeeLiveAsync();
        await chat.SeesStatusAsync("online");
    }
}

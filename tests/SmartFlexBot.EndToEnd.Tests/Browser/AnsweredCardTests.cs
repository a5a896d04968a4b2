using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>A card that was answered can be read, and not be answered again.</summary>
public sealed class AnsweredCardTests(Chromium chromium)
{
    private const string Account = "A-7E51A001";

    [Theory]
    [InlineData(OnboardingApi.Classic)]
    [InlineData(OnboardingApi.Wizard)]
    public async Task Every_button_pressed_twice_in_haste_is_sent_once(OnboardingApi api)
    {
        await using var installation = await Installation.StartAsync(api);
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        var chat = await browser.OpenChatAsync(installation.Bot);
        chat.ClicksPerPress = 2;

        await new BrowserStory(chat).ToLiveAsync();

        (await installation.Control.MutationsAsync(Account)).ShouldBe(KrakenChanges.OnceEach[api]);
        await chat.SeesAsync(Words.Of("card.answered"), times: 0);
        foreach (var once in new[] { "confirm.title", "test.title", "live.text" })
        {
            await chat.SeesAsync(Words.Of(once), times: 1);
        }

        foreach (var pressed in new[] { "confirm.yes", "test.start" })
        {
            await Expect(chat.Said(Words.Of(pressed))).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task An_answered_card_is_read_and_its_links_are_open_but_nothing_is_sent_from_it()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        var chat = await browser.OpenChatAsync(installation.Bot);
        await new BrowserStory(chat).ToTheSignInAsync();
        var said = await chat.Messages.CountAsync();

        foreach (var button in new[] { "confirm.yes", "confirm.change" })
        {
            await Expect(chat.Button(Words.Of(button))).ToBeDisabledAsync();
            await chat.Button(Words.Of(button)).DispatchEventAsync("click");
        }

        var card = chat.Saying(Words.Of("confirm.title")).Last;
        await Expect(card.GetByRole(AriaRole.Checkbox).First).ToBeCheckedAsync();
        await Expect(card.GetByRole(AriaRole.Checkbox).First).ToBeDisabledAsync();
        await Expect(chat.Button(Words.Of("consent.notice"))).ToBeEnabledAsync();
        await new Album("answered").TakeAsync("cards", chat.Page);

        await chat.ReloadAsync();
        await Expect(chat.Messages).ToHaveCountAsync(said);
        await Expect(chat.Button(Words.Of("confirm.yes"))).ToBeDisabledAsync();
        await new BrowserStory(chat).SignInAsync();
    }

    /// <summary>Opening the link brings the next card, and says nothing about the key: the button for it still counts.</summary>
    [Fact]
    public async Task The_key_can_be_told_of_on_its_own_card_after_the_link_was_opened()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        var chat = await browser.OpenChatAsync(installation.Bot);
        var story = new BrowserStory(chat);
        await story.ToTheSignInAsync();
        await story.SignInAsync();
        await story.AddKeyAsync();

        await chat.PressAsync(Words.Of("key.done"));

        await Expect(chat.Said(Words.Of("key.done"))).ToHaveCountAsync(1);
        await Expect(chat.Button(Words.Of("key.done"))).ToBeDisabledAsync();
        await new Album("late-key").TakeAsync("told", chat.Page);
        await chat.SeesAsync(Words.Of("live.text"));
        await chat.SeesAsync(Words.Of("card.answered"), times: 0);
    }

    /// <summary>Nobody has to answer "shall we go on in German?" before they can go on.</summary>
    [Fact]
    public async Task A_question_in_between_leaves_the_card_before_it_open()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        var chat = await browser.OpenChatAsync(installation.Bot);
        await new BrowserStory(chat).ToTheConfirmationAsync();
        await chat.SayAsync("ich weiß nicht, vielleicht");
        await chat.SeesAsync("Sollen wir auf Deutsch weitermachen?");

        await chat.PressAsync(Words.Of("confirm.yes"));

        await chat.SeesAsync(Words.Of("consent.title"), times: 2);
        await Expect(chat.Button("Ja, auf Deutsch")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Where_one_box_is_ticked_the_card_is_put_again_and_can_be_answered()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        var chat = await browser.OpenChatAsync(installation.Bot);
        await new BrowserStory(chat).ToTheConfirmationAsync();
        await chat.PressAsync(Words.Of("confirm.yes"));
        await chat.SeesAsync(Words.Of("consent.title"), times: 2);
        await chat.TickAsync(Words.Of("consent.data"));
        await chat.PressAsync(Words.Of("consent.submit"));
        await chat.SeesAsync(Words.Of("consent.title"), times: 3);

        await chat.TickAsync(Words.Of("consent.control"));
        await chat.PressAsync(Words.Of("consent.submit"));

        await chat.SeesAsync(Words.Of("signin.title"));
    }
}

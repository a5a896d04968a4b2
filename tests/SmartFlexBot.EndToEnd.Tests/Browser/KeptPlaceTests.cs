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
        await chat.SeesAsync(Words.Of("consent.title"), times: 2);
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
        await left.SeesAsync(Words.Of("consent.title"), times: 2);

        // The other tab's card is answered as well: no second answer can come of it.
        await Expect(left.Button(Words.Of("confirm.yes"))).ToBeDisabledAsync();
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

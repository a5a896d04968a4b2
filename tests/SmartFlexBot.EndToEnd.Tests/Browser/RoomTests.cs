using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>Everything has its room: on narrow phones, in long languages, at 200 % zoom.</summary>
public sealed class RoomTests(Chromium chromium)
{
    private static readonly Device Narrow = Device.Phone with { Size = new() { Width = 320, Height = 640 } };

    /// <summary>What a desktop of 1280 x 800 has at 200 %.</summary>
    private static readonly Device Zoomed = new("zoomed", new() { Width = 640, Height = 400 }, IsPhone: false);

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("it")]
    public async Task The_menu_fits_a_narrow_phone(string language)
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Narrow);
        var chat = await browser.OpenChatAsync(installation.Bot);
        await chat.Page.Locator("#menu-toggle").ClickAsync();
        await chat.Page.Locator("#language").SelectOptionAsync(language);
        await Expect(chat.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await chat.Page.Locator("#menu-toggle").ClickAsync();
        await Expect(chat.Page.Locator("#person")).ToHaveTextAsync(Words.OfPage("menu.person", language));

        await new Album("menu").TakeAsync(language, chat.Page);

        (await CutOffAsync(chat.Page, "#bar")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tall_card_shows_its_top()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Narrow);
        var chat = await browser.OpenChatAsync(installation.Bot);

        await new BrowserStory(chat).ToTheConfirmationAsync();
        await chat.SettleAsync();

        await new Album("tall").TakeAsync("confirmation", chat.Page);
        await Expect(chat.Page.GetByRole(AriaRole.Heading, new() { Name = Words.Of("confirm.title") }).Last).ToBeInViewportAsync();
    }

    [Fact]
    public async Task At_twice_the_size_everything_is_there_and_can_be_pressed()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Zoomed);
        var chat = await browser.OpenChatAsync(installation.Bot);
        var album = new Album("zoom");
        var found = new List<string>();

        await new BrowserStory(chat, async (stage, page) =>
        {
            if (page != chat.Page)
            {
                return;
            }

            await chat.SettleAsync();
            await album.TakeAsync(stage, page);
            found.AddRange(await CutOffAsync(page, "#page"));
            found.AddRange((await page.RunAxe()).Violations.Select(violation => $"{stage}: {violation.Id}"));
        }).ToLiveAsync();

        found.ShouldBeEmpty();
    }

    /// <summary>What is wider than the screen or than the room it has.</summary>
    private static Task<string[]> CutOffAsync(IPage page, string root) => page.Locator(root).EvaluateAsync<string[]>(
        """
        root => [...root.querySelectorAll('button, select, h1, h2, p, .ac-textBlock, .ac-pushButton, .webchat__text-content')]
          .filter(element => element.getClientRects().length && element.clientWidth > 1)
          .filter(element => element.getBoundingClientRect().right > window.innerWidth + 1
            || element.getBoundingClientRect().left < -1
            || element.scrollWidth > element.clientWidth + 1)
          .map(element => element.outerHTML.slice(0, 160))
        """);
}

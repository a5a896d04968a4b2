using SmartFlexBot.EndToEnd.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

public sealed class LanguageTests(Chromium chromium)
{
    [Fact]
    public async Task The_language_menu_switches_page_and_bot_and_is_remembered()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        var chat = await browser.OpenChatAsync(installation.Bot);
        await chat.SeesAsync(Words.Of("devices.ask.Both"));

        foreach (var language in new[] { "de", "es", "fr", "it" })
        {
            await chat.Page.Locator("#language").SelectOptionAsync(language);
            await Expect(chat.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await Expect(chat.Page.Locator("#person")).ToHaveTextAsync(Words.OfPage("menu.person", language));
            await chat.SeesAsync(Words.Of("devices.ask.Both", language));
        }

        await chat.ReloadAsync();
        await Expect(chat.Page.Locator("html")).ToHaveAttributeAsync("lang", "it");
    }
}

using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>What the page announces by itself. It takes its announcements away after a second, so they are kept as they come.</summary>
public sealed class ScreenReaderTests(Chromium chromium)
{
    private const string Listen =
        """
        window.announced = '';
        new MutationObserver(changes => {
          for (const { target } of changes) {
            const region = (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest('#webchat [aria-live]');
            if (region) window.announced += `\n${region.textContent}`;
          }
        }).observe(document, { subtree: true, childList: true, characterData: true });
        """;

    [Fact]
    public async Task A_card_is_announced_in_words()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        await browser.Context.AddInitScriptAsync(Listen);
        var chat = await browser.OpenChatAsync(installation.Bot);

        await new BrowserStory(chat).ToTheConfirmationAsync();

        await AnnouncedAsync(chat.Page, Words.Of("devices.ask.Both"));
        await AnnouncedAsync(chat.Page, Words.Of("confirm.propose.ElectricVehicle"));
        (await chat.Page.EvaluateAsync<string>("announced")).ShouldNotContain("attachment", Case.Insensitive);
    }

    private static async Task AnnouncedAsync(IPage page, string words) =>
        await page.WaitForFunctionAsync("pattern => new RegExp(pattern).test(window.announced)", Words.Pattern(words).ToString());
}

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>axe finds nothing on any page of the story.</summary>
public sealed class AccessibilityTests(Chromium chromium)
{
    [Theory]
    [InlineData("phone", ColorScheme.Light)]
    [InlineData("phone", ColorScheme.Dark)]
    [InlineData("desktop", ColorScheme.Light)]
    [InlineData("desktop", ColorScheme.Dark)]
    public async Task The_page_and_every_card_are_clean(string device, ColorScheme colours)
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Of(device), colours);
        var chat = await browser.OpenChatAsync(installation.Bot);
        var album = new Album($"axe-{device}-{colours}");
        var found = new List<string>();

        await new BrowserStory(chat, async (stage, page) =>
        {
            if (page == chat.Page)
            {
                await chat.SettleAsync();
            }

            await album.TakeAsync(stage, page);
            var result = await page.RunAxe();
            result.Passes.ShouldNotBeEmpty("axe did not look at the page");
            found.AddRange(
                from violation in result.Violations
                from node in violation.Nodes
                select $"{stage}: {violation.Id} ({violation.Impact}) at {node.Target}: {node.Html}");
        }).ToLiveAsync();

        found.ShouldBeEmpty();
    }
}

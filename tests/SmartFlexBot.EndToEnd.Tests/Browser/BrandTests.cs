using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>A supplier's name, colours and logo are on the page.</summary>
public sealed class BrandTests(Chromium chromium)
{
    private const string Logo =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'><rect width='40' height='40' rx='20' fill='#5b2a86'/></svg>";

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(91, 42, 134)")]
    [InlineData(ColorScheme.Dark, "rgb(215, 184, 255)")]
    public async Task The_page_is_the_suppliers(ColorScheme colours, string accent)
    {
        var markets = Directory.CreateTempSubdirectory("smartflexbot-markets-");
        var demo = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "markets", "demo.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(markets.FullName, "violet.json"),
            demo.Replace(
                "\"supplier\": \"Brightwater Energy\",",
                """
                "supplier": "Violet Power",
                "brand": { "accent": "#5b2a86", "accentOnDark": "#d7b8ff", "logo": "violet.svg" },
                """,
                StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(markets.FullName, "violet.svg"), Logo, TestContext.Current.CancellationToken);
        await using var installation = await Installation.StartAsync(
            market: "violet", settings: ("Onboarding:MarketsPath", markets.FullName));
        await using var browser = await chromium.OpenAsync(Device.Phone, colours);
        var chat = await browser.OpenChatAsync(installation.Bot);

        await new BrowserStory(chat).ToTheConfirmationAsync();
        await chat.SettleAsync();
        await new Album($"brand-{colours}").TakeAsync("confirmation", chat.Page);

        await Expect(chat.Page.Locator("#bar")).ToContainTextAsync("Violet Power");
        await Expect(chat.Button(Words.Of("confirm.yes"))).ToHaveCSSAsync("background-color", accent);
        (await chat.Page.Locator(".bar-mark").EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }"))
            .ShouldBePositive();
        (await chat.Page.RunAxe()).Violations.Select(violation => violation.Id).ShouldBeEmpty();
        markets.Delete(recursive: true);
    }
}

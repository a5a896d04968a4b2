using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>The card of a contract: what somebody agrees to must be there, be readable, and be theirs to keep.</summary>
public sealed partial class TariffCardTests(Chromium chromium)
{
    private static readonly string[] Rows = ["name", "prices", "standing", "vat", "type", "exit-fee", "start", "terms"];

    [Theory]
    [InlineData("phone", ColorScheme.Light)]
    [InlineData("phone", ColorScheme.Dark)]
    [InlineData("desktop", ColorScheme.Light)]
    [InlineData("desktop", ColorScheme.Dark)]
    public async Task The_tariff_card_is_read_agreed_to_and_kept(string device, ColorScheme colours)
    {
        await using var installation = await Installation.StartAsync(market: "gb");
        await using var browser = await chromium.OpenAsync(Device.Of(device), colours);
        var errors = ErrorsOf(browser.Context);
        var chat = await browser.OpenChatAsync(installation.Bot);
        var album = new Album($"tariff-{device}-{colours}");

        await chat.SeesAsync(Words.Of("devices.ask.Both"));
        await chat.SayAsync("Tesla Model 3 Long Range, without a charger");
        await chat.PressAsync(Words.Of("confirm.yes"));
        await chat.SeesAsync(Words.Of("tariff.text.required"));
        var card = chat.Saying(Words.Of("tariff.text.required")).Last.Locator(".ac-adaptiveCard");

        await PictureIsThereAsync(card);
        foreach (var row in Rows)
        {
            await Expect(card.GetByText(Words.Of($"tariff.row.{row}"), new() { Exact = true }).First).ToBeVisibleAsync();
        }

        (await card.InnerTextAsync()).Split('\n').Count(line => TimesAndPrice().IsMatch(line))
            .ShouldBe(2, "each price has a line of its own");
        (await CutOffAsync(card)).ShouldBeEmpty();
        await chat.SettleAsync();
        await album.TakeAsync("end-of-card", chat.Page);
        (await ViolationsAsync(chat.Page)).ShouldBeEmpty();
        await album.TakeAsync("card", card, chat.Page);

        await chat.PressAsync(Words.Of("tariff.agree"));
        await chat.PressAsync(Words.Of("tariff.readings.yes"));
        await chat.SeesAsync(Words.Of("tariff.copy"));
        await chat.SeesAsync(Words.Of("consent.title"), times: 2);
        await chat.SettleAsync();
        await album.TakeAsync("copy", chat.Page);
        (await ViolationsAsync(chat.Page)).ShouldBeEmpty();
        (await DownloadAsync(chat, chat.Saying(Words.Of("tariff.copy")).Last.GetByRole(AriaRole.Link))).ShouldStartWith("%PDF");

        errors.ShouldBeEmpty();
    }

    private static List<string> ErrorsOf(IBrowserContext context)
    {
        var errors = new List<string>();
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        context.WebError += (_, error) => errors.Add(error.Error);
        return errors;
    }

    private static async Task PictureIsThereAsync(ILocator card)
    {
        var picture = card.GetByRole(AriaRole.Img, new() { NameRegex = Words.Pattern(Words.Of("tariff.picture.alt")) });
        await Expect(picture).ToHaveCountAsync(1);
        (await picture.EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }")).ShouldBePositive();
    }

    /// <summary>What of the card, or of the page because of it, is wider than the room it has, or too small to read.</summary>
    private static Task<string[]> CutOffAsync(ILocator card) => card.EvaluateAsync<string[]>(
        """
        card => {
          const says = element => `${element.className}: ${element.textContent.slice(0, 60)}`;
          const frame = card.getBoundingClientRect();
          const parts = [card, ...card.querySelectorAll('*')].filter(element => element.clientWidth > 1);
          return [
            ...parts.filter(element => element.scrollWidth > element.clientWidth + 1).map(element => `overflows ${says(element)}`),
            ...parts.filter(element => element.getBoundingClientRect().right > frame.right + 1)
              .map(element => `sticks out ${says(element)}`),
            ...parts.filter(element => element.matches('.ac-textBlock') && parseFloat(getComputedStyle(element).fontSize) < 12)
              .map(element => `is tiny ${says(element)}`),
            ...(frame.right > window.innerWidth || document.documentElement.scrollWidth > window.innerWidth
              ? ['the page scrolls sideways'] : []),
          ];
        }
        """);

    private static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var result = await page.RunAxe();
        result.Passes.ShouldNotBeEmpty("axe did not look at the page");
        return
        [
            .. from violation in result.Violations
               from node in violation.Nodes
               select $"{violation.Id} ({violation.Impact}) at {node.Target}: {node.Html}",
        ];
    }

    private static async Task<string> DownloadAsync(ChatPage chat, ILocator link)
    {
        var download = await chat.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        download.SuggestedFilename.ShouldEndWith(".pdf");
        await using var file = await download.CreateReadStreamAsync();
        var start = new byte[4];
        await file.ReadExactlyAsync(start, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(start);
    }

    [GeneratedRegex(@"^\d\d:\d\d to \d\d:\d\d: [\d.]+p per kWh$")]
    private static partial Regex TimesAndPrice();
}

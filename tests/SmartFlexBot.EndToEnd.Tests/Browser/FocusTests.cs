using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>Who uses a keyboard sees where they are: whatever has the focus looks different from when it has not.</summary>
public sealed class FocusTests(Chromium chromium)
{
    private const string Pressable =
        ".page :is(button, select, a[href], .ac-pushButton, .ac-selectable, input[type=checkbox]):not([disabled], [aria-disabled=true])";

    /// <summary>Of a line all around, in pixels (WCAG 2.2, 2.4.13 wants two; edges are softened).</summary>
    private const double LeastThickness = 1.5;

    [Theory]
    [InlineData("light", ColorScheme.Light, ForcedColors.None)]
    [InlineData("dark", ColorScheme.Dark, ForcedColors.None)]
    [InlineData("forced", ColorScheme.Dark, ForcedColors.Active)]
    public async Task Whatever_can_be_pressed_shows_the_focus(string name, ColorScheme colours, ForcedColors forced)
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Desktop, colours);
        var chat = await browser.OpenChatAsync(installation.Bot);
        await chat.Page.EmulateMediaAsync(new() { ForcedColors = forced });
        await new BrowserStory(chat).ToTheConfirmationAsync();
        await chat.SettleAsync();
        var album = new Album($"focus-{name}");
        var looked = 0;
        var invisible = new List<string>();

        // From here on the browser takes what is focused by a script as focused by keyboard.
        await chat.Page.Keyboard.PressAsync("Tab");
        foreach (var element in await chat.Page.Locator(Pressable).AllAsync())
        {
            if (!await element.IsVisibleAsync())
            {
                continue;
            }

            await element.ScrollIntoViewIfNeededAsync();
            await element.FocusAsync();
            var focused = await LookAsync(chat.Page, element);
            await element.EvaluateAsync("element => element.blur()");
            var plain = await LookAsync(chat.Page, element);
            var box = (await element.BoundingBoxAsync())!;
            if (await ChangedAsync(chat.Page, focused, plain) < (box.Width + box.Height) * 2 * LeastThickness)
            {
                invisible.Add(await element.EvaluateAsync<string>("element => element.outerHTML.slice(0, 160)"));
            }

            looked++;
        }

        await chat.Button(Words.Of("confirm.yes")).FocusAsync();
        await album.TakeAsync("button", chat.Page);
        invisible.ShouldBeEmpty();
        looked.ShouldBeGreaterThan(8);
    }

    /// <summary>How many pixels differ.</summary>
    private static Task<int> ChangedAsync(IPage page, byte[] one, byte[] other) => page.EvaluateAsync<int>(
        """
        async pictures => {
          const [one, other] = await Promise.all(pictures.map(async picture => {
            const image = Object.assign(new Image(), { src: `data:image/png;base64,${picture}` });
            await image.decode();
            const { width, height } = image;
            const canvas = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
            canvas.drawImage(image, 0, 0);
            return new Int32Array(canvas.getImageData(0, 0, width, height).data.buffer);
          }));
          return one.reduce((count, pixel, place) => count + (pixel !== other[place]), 0);
        }
        """, new[] { Convert.ToBase64String(one), Convert.ToBase64String(other) });

    private static async Task<byte[]> LookAsync(IPage page, ILocator element)
    {
        var box = (await element.BoundingBoxAsync())!;
        return await page.ScreenshotAsync(new()
        {
            Clip = new() { X = Math.Max(box.X - 6, 0), Y = Math.Max(box.Y - 6, 0), Width = box.Width + 12, Height = box.Height + 12 },
        });
    }
}

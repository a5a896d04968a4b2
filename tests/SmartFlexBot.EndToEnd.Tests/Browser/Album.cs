using Microsoft.Playwright;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>Pictures for people to look at, in TestResults/screenshots of the repository.</summary>
internal sealed class Album(string name)
{
    private readonly string _folder = Path.Combine(Repository.Root, "TestResults", "screenshots", name);
    private int _pictures;

    public Task TakeAsync(string what, IPage page) => page.ScreenshotAsync(new() { Path = Next(what) });

    /// <summary>All of an element that is longer than the screen: for that moment the screen is as long.</summary>
    public async Task TakeAsync(string what, ILocator element, IPage page)
    {
        var screen = page.ViewportSize!;
        var height = (await element.BoundingBoxAsync())!.Height;
        await page.SetViewportSizeAsync(screen.Width, screen.Height + (int)Math.Ceiling(height));
        await element.ScreenshotAsync(new() { Path = Next(what) });
        await page.SetViewportSizeAsync(screen.Width, screen.Height);
    }

    private string Next(string what) => Path.Combine(_folder, $"{++_pictures:00}-{what}.png");
}

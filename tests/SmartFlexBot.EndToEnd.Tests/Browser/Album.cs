using Microsoft.Playwright;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>Pictures for people to look at, in TestResults/screenshots of the repository.</summary>
internal sealed class Album(string name)
{
    private readonly string _folder = Path.Combine(Repository.Root, "TestResults", "screenshots", name);
    private int _pictures;

    public Task TakeAsync(string what, IPage page) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(_folder, $"{++_pictures:00}-{what}.png") });
}

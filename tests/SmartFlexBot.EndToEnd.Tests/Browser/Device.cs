using Microsoft.Playwright;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>What the page is looked at on.</summary>
internal sealed record Device(string Name, ViewportSize Size, bool IsPhone)
{
    public static Device Phone { get; } = new("phone", new() { Width = 390, Height = 844 }, IsPhone: true);

    public static Device Desktop { get; } = new("desktop", new() { Width = 1280, Height = 800 }, IsPhone: false);

    public static Device Of(string name) => name == Phone.Name ? Phone : Desktop;
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace SmartFlexBot.EndToEnd.Tests.Desk;

/// <summary>The desk as an agent uses it.</summary>
internal sealed partial class DeskPage(IPage page)
{
    private static readonly float Patience = (float)Deadline.Longest.TotalMilliseconds;

    public IPage Page => page;

    public ILocator Waiting => page.Locator("[data-list='waiting'] > li");

    public ILocator Lines => page.Locator("[role='log'] li");

    public ILocator Message => page.Locator("#message");

    /// <summary>Signs in as one of the demo agents, with the password that the start has printed.</summary>
    public static async Task<DeskPage> SignInAsync(IBrowserContext context, Installation installation, string agent)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(installation.Bot, "/desk").ToString());
        await page.Locator("select[name='agent']").SelectOptionAsync(agent);
        await page.Locator("input[name='password']").FillAsync(Password().Match(installation.BotsOutput).Groups[1].Value);
        await page.Locator("form button").ClickAsync();
        var desk = new DeskPage(page);
        await desk.SeesConnectionAsync("online");
        return desk;
    }

    /// <summary>Opens it again in a browser that is signed in.</summary>
    public static async Task<DeskPage> ComeBackAsync(IBrowserContext context, string address)
    {
        var desk = new DeskPage(await context.NewPageAsync());
        await desk.Page.GotoAsync(address);
        await desk.SeesConnectionAsync("online");
        return desk;
    }

    public Task SeesConnectionAsync(string state) =>
        Expect(page.Locator($"#connection[data-state='{state}']")).ToBeAttachedAsync(new() { Timeout = Patience });

    public async Task ClaimAsync()
    {
        await Waiting.First.Locator("button[data-do='claim']").ClickAsync();
        await Expect(Message).ToBeFocusedAsync(new() { Timeout = Patience });
    }

    public async Task SayAsync(string text)
    {
        await Message.FillAsync(text);
        await Message.PressAsync("Enter");
    }

    public Task SeesAsync(string text, int times = 1) =>
        Expect(Lines.Filter(new() { HasTextRegex = Words.Pattern(text) })).ToHaveCountAsync(times, new() { Timeout = Patience });

    /// <summary>The message is stored: its line has its number.</summary>
    public Task SeesSentAsync(string text) =>
        Expect(page.Locator("[role='log'] li[data-line]").Filter(new() { HasTextRegex = Words.Pattern(text) }))
            .ToHaveCountAsync(1, new() { Timeout = Patience });

    /// <param name="outcome">A member of HandOverOutcome.</param>
    public async Task EndAsync(string outcome)
    {
        await page.Locator("button[data-dialog='end-dialog']").ClickAsync();
        await page.Locator($"#end-dialog input[value='{outcome}']").CheckAsync();
        await page.Locator("#end-dialog .button-primary").ClickAsync();
        await Expect(Message).ToHaveCountAsync(0, new() { Timeout = Patience });
    }

    [GeneratedRegex(@"Sam \(supervisor\): (\w+)")]
    private static partial Regex Password();
}

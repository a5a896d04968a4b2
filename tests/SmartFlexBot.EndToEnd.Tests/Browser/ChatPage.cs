using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>The chat page as a customer uses it. Counts what they do.</summary>
/// <param name="root">The element that the chat is in: on our own page, or on a supplier's.</param>
internal sealed class ChatPage(IPage page, string root = "#webchat")
{
    private static readonly float Patience = (float)Deadline.Longest.TotalMilliseconds;

    /// <summary>Messages typed and buttons pressed in the chat.</summary>
    public int Actions { get; private set; }

    /// <summary>Boxes ticked on cards.</summary>
    public int Ticks { get; private set; }

    /// <summary>How often a hasty customer clicks where once is enough.</summary>
    public int ClicksPerPress { get; set; } = 1;

    public IPage Page => page;

    public ILocator SendBox => page.Locator("[data-id='webchat-sendbox-input']");

    /// <summary>
    /// What is said in the chat, by both, oldest first. Beside it Web Chat has a copy for screen readers, which nobody clicks.
    /// </summary>
    public ILocator Messages => Feed.Locator(".webchat__basic-transcript__activity");

    private ILocator Feed => page.Locator($"{root} [role='feed']");

    public async Task GoToAsync(Uri bot)
    {
        await page.GotoAsync(bot.ToString());
        await SeesStatusAsync("online");
    }

    public async Task ReloadAsync()
    {
        await page.ReloadAsync();
        await SeesStatusAsync("online");
    }

    public async Task SayAsync(string text)
    {
        Actions++;
        await SendBox.FillAsync(text);
        await SendBox.PressAsync("Enter");
    }

    /// <summary>Says something and waits until the bot has said something to it.</summary>
    public async Task SayAndHearAsync(string text)
    {
        var before = await Messages.CountAsync();
        await SayAsync(text);
        await page.WaitForFunctionAsync(
            "count => document.querySelectorAll('#webchat [role=feed] .webchat__basic-transcript__activity').length >= count", before + 2);
    }

    /// <summary>Presses the button of that name on the newest card that has one.</summary>
    public async Task PressAsync(string name)
    {
        Actions++;
        await Button(name).ClickAsync(new() { Trial = ClicksPerPress > 1 });
        // A card moves when the page draws again, and a second click of the mouse would miss it now and then.
        if (ClicksPerPress > 1)
        {
            await Button(name).EvaluateAsync("(button, clicks) => { for (; clicks > 0; clicks--) button.click(); }", ClicksPerPress);
        }
    }

    public async Task TickAsync(string label)
    {
        Ticks++;
        await Feed.GetByLabel(Words.Pattern(label)).Last.CheckAsync();
    }

    /// <summary>Presses a button that opens another page, and returns that page.</summary>
    public async Task<IPage> FollowAsync(string name)
    {
        Actions++;
        var opened = await page.Context.RunAndWaitForPageAsync(() => Button(name).ClickAsync(new() { ClickCount = ClicksPerPress }));
        await opened.WaitForLoadStateAsync();
        return opened;
    }

    /// <summary>Where a button leads, without getting there: what a customer copies, or a phone scans.</summary>
    public async Task<Uri> LinkAsync(string name)
    {
        const string links = "**/auth/start/*";
        var link = new TaskCompletionSource<Uri>();
        await page.Context.RouteAsync(links, async route =>
        {
            link.TrySetResult(new Uri(route.Request.Url));
            await route.AbortAsync();
        });
        var opened = await page.Context.RunAndWaitForPageAsync(() => Button(name).ClickAsync());
        var address = await link.Task.WaitAsync(Deadline.Longest);
        await page.Context.UnrouteAsync(links);
        await opened.CloseAsync();
        return address;
    }

    public ILocator Button(string name) => Feed.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last;

    /// <summary>The messages and cards that say this.</summary>
    public ILocator Saying(string text) => Messages.Filter(new() { HasTextRegex = Words.Pattern(text) });

    public Task SeesAsync(string text) => Expect(Saying(text).Last).ToBeVisibleAsync(new() { Timeout = Patience });

    public Task SeesAsync(string text, int times) => Expect(Saying(text)).ToHaveCountAsync(times, new() { Timeout = Patience });

    /// <param name="state">A state of js/status.js, such as "online".</param>
    public Task SeesStatusAsync(string state) =>
        Expect(page.Locator($"#status[data-state='{state}']")).ToBeAttachedAsync(new() { Timeout = Patience });

    /// <summary>The newest message is in view, and nothing moves any more.</summary>
    public Task SettleAsync() => page.WaitForFunctionAsync(
        """
        () => {
          const scroller = document.querySelector('.webchat__basic-transcript__scrollable');
          const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
          const settled = left < 2 && window.settledAt === scroller.scrollHeight;
          window.settledAt = scroller.scrollHeight;
          return settled;
        }
        """);
}

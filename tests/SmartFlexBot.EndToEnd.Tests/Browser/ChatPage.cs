using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>The chat page as a customer uses it. Counts what they do.</summary>
/// <param name="root">The element that the chat is in: on our own page, or on a supplier's.</param>
internal sealed class ChatPage(IPage page, string root = "#webchat")
{
    private readonly HashSet<IPage> _beside = [];

    private static readonly float Patience = (float)Deadline.Longest.TotalMilliseconds;

    /// <summary>Messages typed and buttons pressed in the chat.</summary>
    public int Actions { get; private set; }

    /// <summary>Boxes ticked on cards.</summary>
    public int Ticks { get; private set; }

    /// <summary>Buttons pressed on makers' pages.</summary>
    public int PressesElsewhere { get; private set; }

    /// <summary>Tabs that had to be left to see the chat again.</summary>
    public int Returns { get; private set; }

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
        await ClickAsync(Button(name), ClicksPerPress);
    }

    public async Task TickAsync(string label)
    {
        Ticks++;
        var box = Box(label);
        await ClickAsync(box, 1);
        await Expect(box).ToBeCheckedAsync();
    }

    /// <summary>Presses a button that opens another page, and returns that page.</summary>
    public async Task<IPage> FollowAsync(string name)
    {
        Actions++;
        var opened = await page.Context.RunAndWaitForPageAsync(() => ClickAsync(Button(name), ClicksPerPress));
        await opened.WaitForLoadStateAsync();
        if (!await opened.EvaluateAsync<bool>("window.toolbar.visible"))
        {
            _beside.Add(opened);
        }

        return opened;
    }

    public async Task PressElsewhereAsync(IPage maker, string button)
    {
        PressesElsewhere++;
        await maker.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    /// <summary>On a desktop makers' pages open as windows of their own: the chat stays in sight.</summary>
    public bool IsBeside(IPage maker) => _beside.Contains(maker);

    public static async Task SeesClosedAsync(IPage maker)
    {
        var closed = new TaskCompletionSource();
        maker.Close += (_, _) => closed.TrySetResult();
        if (!maker.IsClosed)
        {
            await closed.Task.WaitAsync(Deadline.Longest);
        }
    }

    /// <summary>Leaves a tab; beside a window nothing has to be left.</summary>
    public Task ReturnFromAsync(IPage maker)
    {
        Returns += IsBeside(maker) ? 0 : 1;
        return maker.CloseAsync();
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
        var opened = await page.Context.RunAndWaitForPageAsync(() => ClickAsync(Button(name), 1));
        var address = await link.Task.WaitAsync(Deadline.Longest);
        await page.Context.UnrouteAsync(links);
        await opened.CloseAsync();
        return address;
    }

    // The transcript scrolls when something new comes: what was under the mouse when it went down is elsewhere when it comes up, and the
    // click is lost. So it is made certain that the mouse would reach the button, and then the button itself is clicked.
    private static async Task ClickAsync(ILocator button, int clicks)
    {
        await button.ClickAsync(new() { Trial = true });
        await button.EvaluateAsync("(button, clicks) => { for (; clicks > 0; clicks--) button.click(); }", clicks);
    }

    public ILocator Box(string label) => Feed.GetByLabel(Words.Pattern(label)).Last;

    public ILocator Button(string name) => Feed.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last;

    /// <summary>The messages and cards that say this.</summary>
    public ILocator Saying(string text) => Messages.Filter(new() { HasTextRegex = Words.Pattern(text) });

    /// <summary>What the customer has said, without what stands around it.</summary>
    public ILocator Said(string? text = null) => Feed.Locator(".webchat__bubble--from-user .webchat__text-content")
        .Filter(text is null ? new() : new() { HasTextRegex = Words.Pattern(text) });

    public Task SeesAsync(string text) => Expect(Saying(text).Last).ToBeVisibleAsync(new() { Timeout = Patience });

    public Task SeesAsync(string text, int times) => Expect(Saying(text)).ToHaveCountAsync(times, new() { Timeout = Patience });

    /// <param name="state">A state of js/status.js, such as "online".</param>
    public Task SeesStatusAsync(string state) =>
        Expect(page.Locator($"#status[data-state='{state}']")).ToBeAttachedAsync(new() { Timeout = Patience });

    /// <summary>The newest message is in view, or the top of it where it is taller than the screen, and nothing moves any more.</summary>
    public Task SettleAsync() => page.WaitForFunctionAsync(
        """
        () => {
          const { scrollHeight, clientHeight, scrollTop } = document.querySelector('.webchat__basic-transcript__scrollable');
          const place = `${scrollHeight} ${scrollTop}`;
          const settled = window.settledAt === place;
          window.settledAt = place;
          return settled;
        }
        """, null, new() { PollingInterval = 200 });
}

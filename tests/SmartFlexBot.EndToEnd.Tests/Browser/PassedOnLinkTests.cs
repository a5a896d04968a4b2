using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>Links of the chat that are opened in a browser in which the chat does not run.</summary>
public sealed class PassedOnLinkTests(Chromium chromium)
{
    [Theory]
    [InlineData("phone", ColorScheme.Light)]
    [InlineData("desktop", ColorScheme.Dark)]
    public async Task A_phone_that_scanned_the_code_goes_on_with_one_more_press(string device, ColorScheme colours)
    {
        await using var installation = await Installation.StartBehindTlsAsync();
        await using var laptop = await chromium.OpenAsync(Device.Desktop);
        await using var other = await chromium.OpenAsync(Device.Of(device), colours);
        var chat = await laptop.OpenChatAsync(installation.Proxy.Public);
        var story = new BrowserStory(chat);
        var album = new Album($"link-{device}");
        await story.ToTheSignInAsync();

        var asked = await OpenAsync(other, await chat.LinkAsync(Words.Of("signin.button")));
        await album.TakeAsync("sign-in", asked);
        (await asked.RunAxe()).Violations.ShouldBeEmpty();
        await PressAsync(asked, "page.ask.go-on");
        await PressAsync(asked, "Allow");
        await SeesAsync(asked, "page.back.title");
        await album.TakeAsync("signed-in", asked);

        await chat.SeesAsync(Words.Of("key.title"));
        var key = await OpenAsync(other, await chat.LinkAsync(Words.Of("key.button")));
        await album.TakeAsync("key", key);
        await PressAsync(key, "page.ask.go-on");
        await PressAsync(key, "Approve");
        await chat.SeesAsync(Words.Of("test.title"));
        await story.StartTestAsync();
        await story.SeeLiveAsync();
    }

    [Fact]
    public async Task Who_had_not_asked_for_it_ends_the_link_and_the_chat_says_so()
    {
        await using var installation = await Installation.StartBehindTlsAsync();
        await using var attacker = await chromium.OpenAsync(Device.Desktop);
        await using var victim = await chromium.OpenAsync(Device.Phone);
        var chat = await attacker.OpenChatAsync(installation.Proxy.Public);
        var album = new Album("link-not-me");
        await new BrowserStory(chat).ToTheSignInAsync();
        var link = await chat.LinkAsync(Words.Of("signin.button"));

        var asked = await OpenAsync(victim, link);
        await PressAsync(asked, "page.ask.not-me");
        await SeesAsync(asked, "page.not-me.title");
        await album.TakeAsync("not-me", asked);
        await chat.SeesAsync(Words.Of("link.refused"));
        await album.TakeAsync("chat", chat.Page);

        var again = await OpenAsync(victim, link);
        await SeesAsync(again, "page.expired.title");
    }

    [Fact]
    public async Task A_form_of_another_site_that_sends_itself_leads_nowhere()
    {
        await using var installation = await Installation.StartBehindTlsAsync();
        await using var attacker = await chromium.OpenAsync(Device.Desktop);
        await using var victim = await chromium.OpenAsync(Device.Desktop);
        var chat = await attacker.OpenChatAsync(installation.Proxy.Public);
        await new BrowserStory(chat).ToTheSignInAsync();
        var link = await chat.LinkAsync(Words.Of("signin.button"));
        await installation.Proxy.ShowAsync("www.elsewhere.test", $"""
            <!doctype html><form method="post" action="{link}"><input name="decision" value="allow"></form>
            <script>document.forms[0].submit()</script>
            """);

        var page = await victim.Context.NewPageAsync();
        await page.GotoAsync(installation.Proxy.AddressOf("www.elsewhere.test").ToString());

        // The question, and not the maker's page.
        await SeesAsync(page, "page.ask.title");
        page.Url.ShouldBe(link.ToString());
    }

    [Theory]
    [InlineData("www.supplier.test", true)]
    [InlineData("www.elsewhere.test", false)]
    public async Task A_chat_on_the_suppliers_page_goes_straight_on_where_both_are_one_site(string host, bool straight)
    {
        await using var installation = await Installation.StartBehindTlsAsync(trustedOrigins: host);
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        await installation.Proxy.ShowAsync(host, await EmbeddedAsync(installation));
        var chat = new ChatPage(await browser.Context.NewPageAsync(), "#chat");
        await chat.Page.GotoAsync(installation.Proxy.AddressOf(host).ToString());
        await new BrowserStory(chat).ToTheSignInAsync();

        var opened = await chat.FollowAsync(Words.Of("signin.button"));
        if (!straight)
        {
            await SeesAsync(opened, "page.ask.title");
            await PressAsync(opened, "page.ask.go-on");
        }

        await PressAsync(opened, "Allow");
        await SeesAsync(opened, "page.back.title");
        await chat.SeesAsync(Words.Of("key.title"));
    }

    /// <summary>The page of README, with a token as the supplier's server gets it.</summary>
    private static async Task<string> EmbeddedAsync(Installation installation)
    {
        using var chat = new DirectLine.DirectLineClient(installation.Bot);
        var token = await chat.GenerateAsync("A-7E51A001");
        var page = Readme.Block("html")
            .Replace("https://chat.example.com", installation.Proxy.Public.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        const string asked = "await (await fetch('/your-own/chat-token', { method: 'POST' })).json()";
        page.ShouldContain(asked);
        return $"<!doctype html><html lang=\"en\">{page.Replace(asked, $"{{ token: '{token}' }}", StringComparison.Ordinal)}</html>";
    }

    private static async Task<IPage> OpenAsync(ChatBrowser browser, Uri link)
    {
        var page = await browser.Context.NewPageAsync();
        await page.GotoAsync(link.ToString());
        return page;
    }

    private static Task PressAsync(IPage page, string caption) =>
        page.GetByRole(AriaRole.Button, new()
        {
            Name = caption.Contains('.', StringComparison.Ordinal)
            ? Words.Of(caption)
            : caption,
            Exact = true
        }).ClickAsync();

    private static Task SeesAsync(IPage page, string key) =>
        page.GetByRole(AriaRole.Heading, new() { Name = Words.Of(key) }).WaitForAsync();
}

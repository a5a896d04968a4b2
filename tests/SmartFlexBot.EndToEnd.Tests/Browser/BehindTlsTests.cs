using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>Through a proxy that ends https, as everybody's customers come.</summary>
public sealed class BehindTlsTests(Chromium chromium)
{
    [Theory]
    [InlineData(OnboardingApi.Wizard)]
    [InlineData(OnboardingApi.Classic)]
    public async Task A_tesla_goes_from_hello_to_live(OnboardingApi api)
    {
        await using var installation = await Installation.StartBehindTlsAsync(api);
        await using var browser = await chromium.OpenAsync(Device.Phone);
        var sockets = new List<string>();
        var refused = new List<string>();
        browser.Context.Page += (_, page) =>
        {
            page.WebSocket += (_, socket) => sockets.Add(socket.Url);
            page.Console += (_, message) => { if (message.Type == "error") { refused.Add(message.Text); } };
        };
        var chat = await browser.OpenChatAsync(installation.Proxy.Public);
        var album = new Album($"tls-{api}");

        await new BrowserStory(chat, album.TakeAsync).ToLiveAsync();

        refused.ShouldBeEmpty();
        sockets.ShouldNotBeEmpty();
        sockets.ShouldAllBe(url => url.StartsWith($"wss://{installation.Proxy.Public.Authority}/", StringComparison.Ordinal));
        var cookies = await browser.Context.CookiesAsync();
        cookies.ShouldNotBeEmpty();
        cookies.ShouldAllBe(cookie => cookie.Secure && cookie.HttpOnly && cookie.Name.StartsWith("__Host-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_tells_browsers_to_stay_with_https()
    {
        await using var installation = await Installation.StartBehindTlsAsync();
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        var page = await browser.Context.NewPageAsync();

        var answer = (await page.GotoAsync(installation.Proxy.Public.ToString()))!;

        (await answer.AllHeadersAsync())["strict-transport-security"].ShouldBe("max-age=31536000");
    }
}

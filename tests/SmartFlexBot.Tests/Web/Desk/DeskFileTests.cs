using System.Net;
using System.Net.Http.Headers;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Tests.Web.Desk;

/// <summary>Files at the desk's page.</summary>
public sealed class DeskFileTests
{
    private static readonly DeskFile Car = new(
        "f1", DeskHost.Waiting, "directline|c-1", "car.png", DeskFileType.Png, By: null, DateTimeOffset.UnixEpoch, [1, 2, 3]);

    [Fact]
    public async Task An_agent_sends_one_with_its_name_beside_it_and_another_sites_page_does_not()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        using var sent = await SendAsync(browser, "same-origin", "application/octet-stream");
        using var foreign = await SendAsync(browser, "cross-site", "application/octet-stream");
        using var form = await SendAsync(browser, "same-origin", "text/plain");

        (sent.StatusCode, foreign.StatusCode, form.StatusCode)
            .ShouldBe((HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.UnsupportedMediaType));
        host.Desk.Calls.Where(call => call.StartsWith("File", StringComparison.Ordinal)).ShouldBe(["File alex h1 Zähler.png 4"]);
    }

    [Fact]
    public async Task A_picture_is_shown_to_agents_and_can_run_nothing()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();
        host.Desk.Files["f1"] = Car;

        using var shown = await browser.GetAsync("/desk/files/f1", ("Sec-Fetch-Site", "same-origin"));
        using var embedded = await browser.GetAsync("/desk/files/f1", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors"));
        using var gone = await browser.GetAsync("/desk/files/f2");

        (shown.StatusCode, embedded.StatusCode, gone.StatusCode)
            .ShouldBe((HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.NotFound));
        shown.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        shown.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; sandbox");
        shown.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Where_no_browser_of_the_chats_own_is_known_no_file_is_offered()
    {
        await using var host = await DeskHost.StartAsync();
        var sam = await host.SignInAsync("sam");
        using var claimed = await sam.ActAsync(DeskHost.Waiting, "c1", new { @do = "claim" });

        using var without = await sam.GetAsync($"/desk/chats/{DeskHost.Waiting}");
        host.Desk.LargestFile = 1024;
        using var with = await sam.GetAsync($"/desk/chats/{DeskHost.Waiting}");

        (await without.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("id=\"file\"");
        (await with.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("data-most=\"1024\"");
    }

    private static Task<HttpResponseMessage> SendAsync(DeskBrowser browser, string site, string type)
    {
        var content = new ByteArrayContent([1, 2, 3, 4]);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return browser.SendAsync(new(HttpMethod.Post, $"/desk/chats/{DeskHost.Waiting}/files/c1")
        {
            Content = content,
            Headers =
            {
                { "Sec-Fetch-Site", site }, { "RequestVerificationToken", browser.Proof! },
                { "X-File-Name", Uri.EscapeDataString("Zähler.png") },
            },
        });
    }
}

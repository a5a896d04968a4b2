using System.Net;
using System.Text.RegularExpressions;

namespace SmartFlexBot.Tests.Web.Desk;

public sealed class DeskSessionTests
{
    [Fact]
    public async Task Who_touches_nothing_is_signed_out_though_the_page_goes_on_reading()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        host.Time.Advance(TimeSpan.FromMinutes(14));
        using var reading = await browser.GetAsync("/desk/queue");
        host.Time.Advance(TimeSpan.FromMinutes(1));
        using var idle = await browser.GetAsync("/desk/queue");

        (reading.StatusCode, idle.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task Who_says_that_they_are_here_stays_but_no_longer_than_a_working_day()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();
        var begun = host.Time.GetUtcNow();

        while (host.Time.GetUtcNow() - begun < TimeSpan.FromHours(10) - TimeSpan.FromMinutes(14))
        {
            host.Time.Advance(TimeSpan.FromMinutes(14));
            using var stay = await browser.PostAsync("/desk/stay", new { });
            stay.StatusCode.ShouldBe(HttpStatusCode.NoContent, $"after {host.Time.GetUtcNow() - begun}");
        }

        host.Time.Advance(begun + TimeSpan.FromHours(10) - host.Time.GetUtcNow());
        using var over = await browser.GetAsync("/desk/queue");
        over.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_language_is_kept()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        using var chosen = await browser.PostAsync("/desk/language", new { choice = "de" });
        using var unknown = await browser.PostAsync("/desk/language", new { choice = "tlh" });

        (chosen.StatusCode, unknown.StatusCode).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.BadRequest));
        (await browser.OpenAsync()).ShouldContain("<html lang=\"de\"");
    }

    [Fact]
    public async Task A_break_is_kept_when_the_page_is_opened_again()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        using var away = await browser.PostAsync("/desk/presence", new { choice = "Away" });
        using var nonsense = await browser.PostAsync("/desk/presence", new { choice = "Gone" });
        host.Desk.Change();
        await browser.ListenAsync("/desk/events", 1);

        (away.StatusCode, nonsense.StatusCode).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.BadRequest));
        host.Desk.Calls.ShouldNotContain("Attend alex Available");
        (await browser.OpenAsync()).ShouldContain("""<option value="Away" selected""");
    }

    [Fact]
    public async Task A_cookie_that_was_copied_dies_with_the_sign_out_and_so_do_all_tabs()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();
        var copied = Copy(host, browser);
        using var before = await copied.GetAsync("/desk/queue");
        var tab = copied.ListenAsync("/desk/events", int.MaxValue);

        using var signedOut = await browser.PostAsync("/desk/sign-out", new { });
        using var after = await copied.GetAsync("/desk/queue");
        using var stay = await copied.PostAsync("/desk/stay", new { });

        (before.StatusCode, after.StatusCode, stay.StatusCode)
            .ShouldBe((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized));
        (await EndOf(tab, host)).ShouldBe(["event: over", "data: over"]);
    }

    [Fact]
    public async Task Another_browser_of_the_same_agent_stays_signed_in()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();
        var other = await host.SignInAsync();

        using var signedOut = await browser.PostAsync("/desk/sign-out", new { });
        using var reading = await other.GetAsync("/desk/queue");

        reading.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_supervisor_sees_who_is_signed_in_and_signs_an_agent_out_within_seconds()
    {
        await using var host = await DeskHost.StartAsync();
        var agent = await host.SignInAsync("alex");
        var supervisor = await host.SignInAsync("sam");
        var tab = agent.ListenAsync("/desk/events", int.MaxValue);
        using var overview = await supervisor.GetAsync("/desk/overview");
        var page = await overview.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var session = SessionOf("Alex").Match(page).Groups[1].Value;

        using var not = await agent.SubmitAsync($"/desk/sessions/{session}/end");
        using var forged = await supervisor.SubmitAsync($"/desk/sessions/{session}/end", null, ("Sec-Fetch-Site", "cross-site"));
        using var still = await agent.GetAsync("/desk/queue");
        using var ended = await supervisor.SubmitAsync($"/desk/sessions/{session}/end");
        using var again = await supervisor.SubmitAsync($"/desk/sessions/{session}/end");
        using var over = await agent.GetAsync("/desk/queue");
        using var own = await supervisor.GetAsync("/desk/queue");

        (not.StatusCode, forged.StatusCode, still.StatusCode)
            .ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK));
        (ended.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther));
        (over.StatusCode, own.StatusCode).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.OK));
        (await EndOf(tab, host)).ShouldBe(["event: over", "data: over"]);
        host.Desk.Calls.ShouldContain("Attend alex Gone");
    }

    /// <summary>Its last two lines: seconds pass until it has ended, and fewer than a minute.</summary>
    private static async Task<IReadOnlyList<string>> EndOf(Task<IReadOnlyList<string>> tab, DeskHost host)
    {
        for (var seconds = 0; !tab.IsCompleted && seconds < 60; seconds++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            using var meanwhile = await host.NewBrowser().GetAsync("/desk/sign-in");
        }

        return [.. (await tab).TakeLast(2)];
    }

    private static DeskBrowser Copy(DeskHost host, DeskBrowser browser)
    {
        var copy = host.NewBrowser();
        foreach (var (name, value) in browser.Cookies)
        {
            copy.Cookies[name] = value;
        }

        copy.Proof = browser.Proof;
        return copy;
    }

    private static Regex SessionOf(string agent) =>
        new($"<strong>{agent}</strong>(?:(?!</li>).)*action=\"/desk/sessions/([0-9a-f]{{32}})/end\"", RegexOptions.Singleline);
}

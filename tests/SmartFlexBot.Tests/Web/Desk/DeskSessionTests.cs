using System.Net;

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
}

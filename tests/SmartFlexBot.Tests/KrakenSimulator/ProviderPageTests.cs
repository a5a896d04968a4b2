using System.Net;

namespace SmartFlexBot.Tests.KrakenSimulator;

public sealed class ProviderPageTests
{
    [Fact]
    public async Task The_page_shows_the_access_and_keeps_the_browser_in()
    {
        await using var host = await SimulatorHost.SignedInAsync(("RedirectUri", "https://bot.example:8443/auth/return"));
        using var page = await host.Client.GetAsync(new Uri(await LinkAsync(host)), TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        html.ShouldContain("Vehicle location");
        html.ShouldContain("Demonstration");
        html.ShouldNotContain("<script");
        var policy = string.Join(' ', page.Headers.GetValues("Content-Security-Policy"));
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("form-action 'self' https://bot.example:8443;");
        page.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
    }

    [Fact]
    public async Task Allow_sends_a_code_and_deny_sends_an_error_to_the_configured_address()
    {
        await using var host = await SimulatorHost.SignedInAsync(("RedirectUri", "https://bot.example/auth/return"));
        var allowed = await host.DecideAsync(await LinkAsync(host));
        allowed.AbsoluteUri.ShouldStartWith("https://bot.example/auth/return?code=");
        var denied = await host.DecideAsync(await LinkAsync(host, "A-7E51A002"), "deny");
        denied.Query.ShouldStartWith("?error=access_denied&state=");
    }

    [Fact]
    public async Task Luca_is_denied_first_whatever_he_presses()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        (await host.DecideAsync(await LinkAsync(host, "A-DE1E0012"))).Query.ShouldContain("error=access_denied");
        (await host.DecideAsync(await LinkAsync(host, "A-DE1E0012"))).Query.ShouldContain("code=");
    }

    [Fact]
    public async Task The_tenants_own_page_can_be_the_end()
    {
        await using var host = await SimulatorHost.SignedInAsync(("TenantReturnPage", "true"));
        var address = await host.DecideAsync(await LinkAsync(host));
        address.AbsolutePath.ShouldBe("/simulator/tenant/return");
        (await host.Client.GetStringAsync(address, TestContext.Current.CancellationToken)).ShouldContain("copy the whole address");
    }

    [Fact]
    public async Task An_old_link_says_so_and_leads_back()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var link = await LinkAsync(host);
        host.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        using var page = await host.Client.GetAsync(new Uri(link), TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("error=access_denied&amp;state=");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?state=")]
    [InlineData("?state=%3Cscript%3E")]
    public async Task An_unknown_state_is_a_clear_page(string query)
    {
        await using var host = await SimulatorHost.StartAsync();
        using var page = await host.Client.GetAsync($"/simulator/provider/authorize{query}", TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("<script");
    }

    [Fact]
    public async Task A_post_that_is_no_form_is_a_clear_page()
    {
        await using var host = await SimulatorHost.StartAsync();
        foreach (var path in new[] { "provider/authorize", "tesla/key" })
        {
            using var answer =
                await host.Client.PostAsync($"/simulator/{path}", new StringContent("{}"), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static async Task<string> LinkAsync(SimulatorHost host, string account = "A-7E51A001") => (await host.RunAsync(
        "query($a: String) { providerAuthDetails(provider: TESLA, deviceType: ELECTRIC_VEHICLES, accountNumber: $a) { oauthUri } }",
        new { a = account })).Text("providerAuthDetails.oauthUri")!;
}

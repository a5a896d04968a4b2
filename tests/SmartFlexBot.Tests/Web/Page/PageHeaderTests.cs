using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Tests.Web.Page;

public sealed partial class PageHeaderTests
{
    [Fact]
    public async Task The_page_has_a_policy_whose_nonce_is_its_own_and_new_each_time()
    {
        await using var host = await PageHost.StartAsync();

        var (policy, page) = await GetAsync(host, "/");
        var (secondPolicy, _) = await GetAsync(host, "/");

        var nonce = NonceInPolicy().Match(policy).Groups[1].Value;
        nonce.Length.ShouldBe(24);
        page.ShouldContain($"nonce=\"{nonce}\"");
        NonceInPolicy().Match(secondPolicy).Groups[1].Value.ShouldNotBe(nonce);
        page.ShouldNotContain("{{");
    }

    [Fact]
    public async Task The_policy_lets_no_inline_code_and_no_other_site_in()
    {
        await using var host = await PageHost.StartAsync();

        var (policy, page) = await GetAsync(host, "/");

        policy.ShouldStartWith("default-src 'none'; ");
        policy.ShouldContain("; script-src 'self'; ");
        policy.ShouldContain("base-uri 'none'");
        policy.ShouldContain("frame-ancestors 'self'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("http");
        InlineCode().Matches(page).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/css/tokens.css")]
    [InlineData("/text/en.json")]
    [InlineData("/nowhere")]
    [InlineData("/broken")]
    public async Task Every_answer_is_guarded(string path)
    {
        await using var host = await PageHost.StartAsync(settings: ("Page:FrameAncestors", "'self' https://www.supplier.example"));

        var answer = await host.NewVisitor().SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith("frame-ancestors 'self' https://www.supplier.example");
    }

    [Theory]
    [InlineData("https", "chat.example", true)]
    [InlineData("https", "192.0.2.1", true)]
    [InlineData("https", "localhost", false)]
    [InlineData("https", "127.0.0.1:3978", false)]
    [InlineData("https", "[::1]:3978", false)]
    [InlineData("http", "chat.example", false)]
    public async Task Https_is_remembered_but_for_this_machine(string scheme, string host, bool isRemembered)
    {
        await using var page = await PageHost.StartAsync();

        using var answer = await page.NewVisitor(scheme).SendAsync(new HttpRequestMessage(HttpMethod.Get, $"{scheme}://{host}/"));

        answer.Headers.Contains("Strict-Transport-Security").ShouldBe(isRemembered);
    }

    [Theory]
    [InlineData("Page:FrameAncestors", "'self'; script-src *")]
    [InlineData("Page:FrameAncestors", " ")]
    [InlineData("Page:SessionDays", "0")]
    [InlineData("Page:SessionDays", "366")]
    [InlineData("Page:SessionCallsPerMinute", "0")]
    public async Task A_setting_of_no_use_stops_the_start_and_is_named(string key, string value)
    {
        var error = await Should.ThrowAsync<OptionsValidationException>(() => PageHost.StartAsync(settings: (key, value)));

        error.Message.ShouldContain($"Set {key} to");
    }

    [Theory]
    [InlineData("Page:SessionDays", "1")]
    [InlineData("Page:SessionDays", "365")]
    [InlineData("Page:SessionCallsPerMinute", "1")]
    [InlineData("Page:FrameAncestors", "'none'")]
    public async Task A_setting_at_its_limit_is_taken(string key, string value)
    {
        await using var host = await PageHost.StartAsync(settings: (key, value));

        (await host.NewVisitor().OpenAsync()).ConversationId.ShouldNotBeEmpty();
    }

    private static async Task<(string Policy, string Page)> GetAsync(PageHost host, string path)
    {
        var answer = await host.NewVisitor().SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        return (answer.Headers.GetValues("Content-Security-Policy").Single(), await answer.TextAsync());
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex NonceInPolicy();

    [GeneratedRegex("""<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SmartFlexBot.Web.Page;
using SmartFlexBot.Web.Page.Sessions;

namespace SmartFlexBot.Tests.Web.Page;

public sealed class PageRulesTests
{
    private static readonly string[] Demo = ["A-1", "A-2"];

    [Fact]
    public void What_is_not_set_is_as_the_README_says()
    {
        var options = new PageOptions();
        (options.FrameAncestors, options.SessionDays, options.SessionCallsPerMinute).ShouldBe(("'self'", 30, 60));
    }

    [Theory]
    [InlineData("/large", "too large")]
    [InlineData("/unreadable", "application/json")]
    [InlineData("/nowhere", "nothing at this address")]
    [InlineData("/gone", "cannot be used")]
    [InlineData("/busy", "Too much is going on")]
    [InlineData("/broken", "on our side")]
    [InlineData("/unavailable", "on our side")]
    public async Task A_refusal_has_the_words_of_its_status(string path, string words)
    {
        await using var host = await PageHost.StartAsync();

        using var answer = await host.NewVisitor().SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

        JsonNode.Parse(await answer.TextAsync())!["error"]!["message"]!.GetValue<string>().ShouldContain(words);
    }

    [Theory]
    [InlineData("en;q=1.0, fr", "en")]
    [InlineData("de;q=0.5, fr", "fr")]
    [InlineData("de;q=0.5, fr;q=0.4", "de")]
    [InlineData("ja, de;q=0.1", "de")]
    [InlineData("ja", "en")]
    [InlineData("", "en")]
    public void A_browser_says_which_languages_it_prefers(string accepted, string expected)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = accepted;
        PageLanguages.FromBrowser(request).ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData("A-1", null, null, false)]
    public void Without_demo_customers_a_visitor_has_no_account(string? had, string? customer, string? account, bool resumes) =>
        SessionPlan.Decide(Session(had), customer, null).ShouldBe(new SessionPlan(account, resumes));

    [Fact]
    public void Nobody_who_was_never_here_goes_on()
    {
        SessionPlan.Decide(null, null, null).ShouldBe(new SessionPlan(null, Resume: false));
        SessionPlan.Decide(null, "A-1", null).ShouldBeNull();
        SessionPlan.Decide(null, null, Demo).ShouldBe(new SessionPlan("A-1", Resume: false));
        SessionPlan.Decide(null, null, []).ShouldBe(new SessionPlan(null, Resume: false));
    }

    [Theory]
    [InlineData("A-2", null, "A-2", true)]
    [InlineData("A-2", "A-2", "A-2", true)]
    [InlineData("A-2", "A-1", "A-1", false)]
    [InlineData("gone", null, "A-1", false)]
    [InlineData(null, null, "A-1", false)]
    public void A_demo_customer_is_kept_until_another_is_chosen(string? had, string? customer, string account, bool resumes) =>
        SessionPlan.Decide(Session(had), customer, Demo).ShouldBe(new SessionPlan(account, resumes));

    [Fact]
    public void A_customer_that_is_not_there_is_no_plan() => SessionPlan.Decide(Session("A-1"), "A-9", Demo).ShouldBeNull();

    [Fact]
    public void A_form_leads_where_its_link_leads_and_stands_in_no_frame()
    {
        var policy = PageHeaders.FormPolicy(new("https://maker.example.test:8443/login?x=1"));
        policy.ShouldContain("form-action 'self' https: https://maker.example.test:8443;");
        policy.ShouldEndWith("frame-ancestors 'none'");
    }

    private static PageSession Session(string? account) => new("dl_1", "c1", account, "en", DateTimeOffset.MaxValue);
}

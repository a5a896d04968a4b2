using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Tests.Onboarding;
using SmartFlexBot.Web.Desk.Pages;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Tests.Web.Desk;

public sealed class DeskPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Languages => [.. PageLanguages.All];

    [Fact]
    public async Task What_customers_say_is_text_and_never_markup()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();
        host.Desk.Say(ThreadAuthor.Customer, "<img src=x onerror=alert(1)> see https://evil.example/?a=1&b=2.", "Anna <b>");

        var page = await browser.OpenAsync();
        using var answer = await browser.GetAsync("/desk/chats/h1");
        var chat = await answer.Content.ReadAsStringAsync(Token);

        (page + chat).ShouldNotContain("<script>alert");
        (page + chat).ShouldNotContain("<img src=x");
        (page + chat).ShouldNotContain("Anna <b>");
        chat.ShouldContain(
            """<a href="https://evil.example/?a=1&amp;b=2" rel="noopener noreferrer nofollow" target="_blank">"""
            + """https://evil.example/?a=1&amp;b=2</a>"""
            + """<span class="host"> [evil.example]</span>""");
    }

    [Fact]
    public async Task Nobody_may_frame_it_and_no_code_stands_in_it()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        foreach (var path in new[] { "/desk", "/desk/sign-in", "/desk/search", "/desk/queue" })
        {
            using var answer = await browser.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'none'; ");
            policy.ShouldContain("script-src 'self'; ");
            policy.ShouldEndWith("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
        }
    }

    [Fact]
    public async Task The_field_is_there_for_the_owner_alone()
    {
        await using var host = await DeskHost.StartAsync();
        var (alex, sam) = (await host.SignInAsync("alex"), await host.SignInAsync("sam"));

        using var claimed = await alex.ActAsync("h1", "c1", new { @do = "claim", inAnotherLanguage = true });
        using var late = await sam.ActAsync("h1", "c2", new { @do = "claim" });

        (claimed.StatusCode, late.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Conflict));
        (await late.Content.ReadAsStringAsync(Token)).ShouldBe("""{"code":"OwnedByAnother","by":"Alex"}""");
        (await PageOfAsync(alex, "h1")).ShouldContain("id=\"message\"");
        (await PageOfAsync(sam, "h1")).ShouldNotContain("id=\"message\"");
    }

    [Fact]
    public async Task A_message_that_did_not_arrive_says_why_and_can_be_sent_anew_and_one_that_arrived_cannot()
    {
        await using var host = await DeskHost.StartAsync();
        var sam = await host.SignInAsync("sam");
        using var claimed = await sam.ActAsync("h1", "c1", new { @do = "claim" });
        host.Desk.Say(ThreadAuthor.Agent, "It arrived", "Sam", "m1");
        host.Desk.Say(ThreadAuthor.Agent, "It waits", "Sam", "m2", new Undelivered(UndeliveredState.Waiting, Reason: null));
        host.Desk.Say(ThreadAuthor.Agent, "It was refused", "Sam", "m3", new Undelivered(UndeliveredState.GivenUp, "HTTP 403"));

        var page = await PageOfAsync(sam, "h1");

        Regex.Matches(page, "data-resend=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ShouldBe(["It was refused"]);
        page.ShouldContain("Not delivered: HTTP 403");
        Regex.Count(page, "data-waits=\"true\"").ShouldBe(1);
    }

    [Fact]
    public async Task That_somebody_looked_is_kept_and_supervisors_see_who()
    {
        await using var host = await DeskHost.StartAsync();
        var (alex, sam) = (await host.SignInAsync("alex"), await host.SignInAsync("sam"));

        (await PageOfAsync(alex, "h1")).ShouldNotContain("looks-part");
        using var pack = await alex.GetAsync("/desk/chats/h1/pack");

        host.Desk.Looks.Select(look => (look.AgentId, look.What)).ShouldBe([("alex", DeskLookedAt.Chat), ("alex", DeskLookedAt.Pack)]);
        (await PageOfAsync(sam, "h1")).ShouldContain("looks-part");
    }

    [Fact]
    public async Task A_message_that_is_sent_again_has_the_id_that_it_had_and_counts_once()
    {
        await using var host = await DeskHost.StartAsync();
        var sam = await host.SignInAsync("sam");
        using var claimed = await sam.ActAsync("h1", "c1", new { @do = "claim" });

        using var first = await sam.ActAsync("h1", "m1", new { @do = "say", text = "Hello once" });
        using var second = await sam.ActAsync("h1", "m1", new { @do = "say", text = "Hello once" });

        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        var page = await PageOfAsync(sam, "h1");
        page.Split("Hello once").Length.ShouldBe(2);
        page.ShouldContain("data-client=\"m1\"");
    }

    [Fact]
    public async Task A_customer_whose_language_is_not_the_agents_is_asked_about_first()
    {
        await using var host = await DeskHost.StartAsync();

        (await (await host.SignInAsync("alex")).OpenAsync()).ShouldContain("data-question=\"This customer writes Italiano");
        (await (await host.SignInAsync("sam")).OpenAsync()).ShouldNotContain("data-question");
    }

    [Fact]
    public async Task All_pages_tell_times_in_the_markets_zone()
    {
        await using var host = await DeskHost.StartAsync();

        (await (await host.SignInAsync()).OpenAsync()).ShouldContain($"data-zone=\"{Shipped.Market.TimeZone}\"");
    }

    [Fact]
    public async Task A_hand_over_that_is_not_there_is_none()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        foreach (var path in new[] { "/desk/chats/h9", "/desk/chats/h9/parts", "/desk/chats/h9/lines", "/desk/chats/h9/pack" })
        {
            using var answer = await browser.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Theory]
    [InlineData("no link", "no link")]
    [InlineData("see https://a.example/x.", "see |https://a.example/x>a.example|.")]
    [InlineData("(http://a.example)", "(|http://a.example>a.example|)")]
    [InlineData("https://bank.example@evil.example/x", "https://bank.example@evil.example/x")]
    [InlineData("https://münchen.example", "https://münchen.example>xn--mnchen-3ya.example")]
    [InlineData("javascript:alert(1) ftp://a.example", "javascript:alert(1) ftp://a.example")]
    public void Only_web_addresses_can_be_opened_and_their_host_stands_beside_them(string text, string parts) =>
        string.Join('|', TextParts.Of(text).Select(part => part.Link is { } link ? $"{part.Text}>{link.IdnHost}" : part.Text))
            .ShouldBe(parts);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_says_everything_in_its_own_words(string language)
    {
        var (texts, english) = (Texts(language), Texts("en"));

        texts.Keys.ShouldBe(english.Keys, ignoreOrder: true);
        texts.ShouldAllBe(text => text.Value.Length > 0 && Placeholders(text.Value).SetEquals(Placeholders(english[text.Key])));
    }

    private static HashSet<string> Placeholders(string text) =>
        [.. System.Text.RegularExpressions.Regex.Matches(text, @"\{\w+\}").Select(match => match.Value)];

    private static Dictionary<string, string> Texts(string language) => JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(Page.Repository.WebRoot, "desk", "text", $"{language}.json")))!;

    private static async Task<string> PageOfAsync(DeskBrowser browser, string chat)
    {
        using var answer = await browser.GetAsync($"/desk/chats/{chat}");
        return await answer.Content.ReadAsStringAsync(Token);
    }
}

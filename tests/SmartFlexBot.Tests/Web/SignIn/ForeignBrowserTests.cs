using System.Net;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Tests.Onboarding;
using SmartFlexBot.Tests.Web.Page;

namespace SmartFlexBot.Tests.Web.SignIn;

/// <summary>A link that is opened in another browser than the chat's: it may have been sent to somebody whose device it is.</summary>
public sealed class ForeignBrowserTests
{
    private const string Authorize = "https://maker.example/authorize?state=st%2F1";

    public static TheoryData<TicketPurpose> Purposes => [.. Enum.GetValues<TicketPurpose>()];

    [Theory, MemberData(nameof(Purposes))]
    public async Task It_is_asked_first_and_nothing_happens(TicketPurpose purpose)
    {
        await using var host = await SignInHost.StartAsync();

        using var answer = await host.GetAsync($"/auth/start/{host.NewTicket(Authorize, purpose)}");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = WebUtility.HtmlDecode(await answer.TextAsync());
        // In the chat's language, whatever the browser's is.
        foreach (var said in new[] { $"page.ask.{purpose}", "page.ask.own", "page.ask.go-on", "page.ask.not-me" })
        {
            page.ShouldContain(Shipped.Texts.Get("de", said, ("supplier", Shipped.Market.Supplier)));
        }

        page.ShouldContain("1••• O•••");
        page.ShouldContain(Shipped.Market.Supplier);
        page.ShouldNotContain("maker.example");
        (await answer.TextAsync()).ShouldContain("Tesla &lt;Model&gt; 3");
        host.Inbox.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_can_put_the_question_into_a_frame()
    {
        await using var host = await SignInHost.StartAsync();

        using var answer = await host.GetAsync($"/auth/start/{host.NewTicket(Authorize)}");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldEndWith("frame-ancestors 'none'");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task Who_goes_on_gets_to_the_maker_and_brings_the_answer_back()
    {
        await using var host = await SignInHost.StartAsync();

        using var left = await host.DecideAsync(host.NewTicket(Authorize), "allow");
        var cookie = left.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var back = await host.GetAsync("/auth/return?code=c&state=st%2F1", cookie);

        left.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        left.Headers.GetValues("Location").Single().ShouldBe(Authorize);
        host.Inbox.ShouldHaveSingleItem().Activity.Name.ShouldBe(OnboardingEvents.SignInReturned);
    }

    [Fact]
    public async Task Who_goes_on_to_the_key_has_opened_it()
    {
        await using var host = await SignInHost.StartAsync();

        using var left = await host.DecideAsync(host.NewTicket("https://maker.example/key", TicketPurpose.VirtualKey), "allow");

        left.Headers.GetValues("Location").Single().ShouldBe("https://maker.example/key");
        host.Inbox.ShouldHaveSingleItem().Activity.Name.ShouldBe(OnboardingEvents.LinkOpened);
    }

    [Theory, MemberData(nameof(Purposes))]
    public async Task Who_had_not_asked_ends_it_and_the_chat_is_told_once(TicketPurpose purpose)
    {
        await using var host = await SignInHost.StartAsync();
        var code = host.NewTicket(Authorize, purpose);

        using var first = await host.DecideAsync(code, "deny");
        using var second = await host.DecideAsync(code, "deny");

        first.Headers.Location.ShouldBeNull();
        WebUtility.HtmlDecode(await first.TextAsync()).ShouldContain(Shipped.Texts.Get("de", "page.not-me.text"));
        var refused = host.Inbox.ShouldHaveSingleItem();
        (refused.Activity.Name, refused.Logged).ShouldBe((OnboardingEvents.LinkRefused, false));
        refused.Activity.Value!.ToJsonString().ShouldNotContain(code);
        refused.DedupeKey.ShouldNotContain(code);
    }

    [Fact]
    public async Task A_form_that_our_own_page_did_not_show_decides_nothing()
    {
        await using var host = await SignInHost.StartAsync();
        var code = host.NewTicket(Authorize);
        var another = host.NewTicket(Authorize);
        using var page = await host.GetAsync($"/auth/start/{another}");
        var cookie = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        foreach (var decision in new[] { "allow", "deny" })
        {
            // Another site's form has neither, or what that site's owner got in their own browser.
            foreach (var (proof, sent) in new[] { (null, null), ("invented", null), ("invented", cookie), (null, cookie),
                (null, host.ChatsOwn) })
            {
                using var answer = await host.PostAsync(code, decision, proof, sent);

                answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
                answer.Headers.Location.ShouldBeNull();
            }
        }

        host.Inbox.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("ALLOW")]
    public async Task A_button_that_is_not_there_decides_nothing(string decision)
    {
        await using var host = await SignInHost.StartAsync();

        using var answer = await host.DecideAsync(host.NewTicket(Authorize), decision);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        host.Inbox.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_invented_link_is_an_error_whatever_is_done_with_it()
    {
        await using var host = await SignInHost.StartAsync();
        var invented = Ticket.NewCode();

        foreach (var cookie in new[] { null, host.ChatsOwn })
        {
            using var opened = await host.GetAsync($"/auth/start/{invented}", cookie);
            using var pressed = await host.PostAsync(invented, "allow", "invented", cookie);

            opened.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            pressed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        host.Inbox.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_browser_of_another_chat_is_foreign()
    {
        await using var host = await SignInHost.StartAsync();

        using var answer = await host.GetAsync($"/auth/start/{host.NewTicket(Authorize)}", await host.RunChatAsync("another"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Location.ShouldBeNull();
    }

    [Theory]
    [InlineData("__Host-smartflexbot-chat=c-1")]
    [InlineData("__Host-smartflexbot-chat=eyJhbGciOiJub25lIn0.eyJjb252IjoiYy0xIn0.")]
    [InlineData("__Host-smartflexbot=c-1")]
    [InlineData("smartflexbot-chat=c-1")]
    public async Task An_invented_cookie_makes_no_browser_the_chats_own(string cookie)
    {
        await using var host = await SignInHost.StartAsync();

        using var answer = await host.GetAsync($"/auth/start/{host.NewTicket(Authorize)}", cookie);

        answer.Headers.Location.ShouldBeNull();
    }
}

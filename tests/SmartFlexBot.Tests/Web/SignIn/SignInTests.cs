using System.Net;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Tests.Web.Page;

namespace SmartFlexBot.Tests.Web.SignIn;

public sealed class SignInTests
{
    private const string Authorize =
        "https://maker.example/authorize?scope=a%20b&redirect_uri=https%3A%2F%2Fchat.example.com%2Fauth%2Freturn&state=st%2F1";
    private const string Return = "/auth/return?code=the-secret-code&state=st%2F1";

    [Fact]
    public async Task A_link_leads_to_the_makers_page_letter_by_letter()
    {
        await using var host = await SignInHost.StartAsync();

        using var answer = await host.GetAsync($"/auth/start/{host.NewTicket(Authorize)}", host.ChatsOwn);

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.GetValues("Location").Single().ShouldBe(Authorize);
        host.Inbox.ShouldBeEmpty("the sign-in is news when it comes back");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldStartWith("__Host-");
        foreach (var part in new[] { "httponly", "secure", "samesite=lax", "path=/;" })
        {
            cookie.ShouldContain(part, Case.Insensitive);
        }
    }

    [Theory]
    [InlineData(TicketPurpose.VirtualKey)]
    [InlineData(TicketPurpose.ActElsewhere)]
    public async Task Another_link_tells_once_that_it_was_opened(TicketPurpose purpose)
    {
        await using var host = await SignInHost.StartAsync();
        var code = host.NewTicket("https://maker.example/key", purpose);

        using var first = await host.GetAsync($"/auth/start/{code}", host.ChatsOwn);
        using var second = await host.GetAsync($"/auth/start/{code}", host.ChatsOwn);

        second.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        first.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var opened = host.Inbox.ShouldHaveSingleItem();
        (opened.Activity.Name, opened.Activity.Value!["stepId"]!.ToString(), opened.Logged).ShouldBe(
            (OnboardingEvents.LinkOpened, "s-1", false));
    }

    [Theory]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("x")]
    [InlineData("..%2F..%2Fetc")]
    [InlineData("https:%2F%2Fevil.example")]
    public async Task An_unknown_ticket_leads_nowhere(string code)
    {
        await using var host = await SignInHost.StartAsync();

        using var answer =
            await host.GetAsync($"/auth/start/{code}?uri=https://evil.example&redirect=https://evil.example", language: "de-AT,en;q=0.5");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Headers.Location.ShouldBeNull();
        var page = await answer.TextAsync();
        page.ShouldNotContain("evil.example");
        page.ShouldContain("<html lang=");
    }

    [Fact]
    public async Task An_expired_ticket_says_how_to_get_a_new_one()
    {
        await using var host = await SignInHost.StartAsync();
        var code = host.NewTicket(Authorize);
        host.Expire();

        using var answer = await host.GetAsync($"/auth/start/{code}", language: "en");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.TextAsync()).ShouldContain("type &#x201C;go on&#x201D; to get a new one");
    }

    [Fact]
    public async Task The_browser_that_left_brings_the_address_into_its_conversation()
    {
        await using var host = await SignInHost.StartAsync();
        var cookie = await host.LeaveAsync(host.NewTicket(Authorize));

        using var answer = await host.GetAsync(Return, cookie);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var returned = host.Inbox.ShouldHaveSingleItem();
        (returned.Activity.Name, returned.Logged).ShouldBe((OnboardingEvents.SignInReturned, false));
        // The public address, though this host was reached through a proxy under another name.
        returned.ProtectedValue.ShouldBe("https://chat.example.com/auth/return?code=the-secret-code&state=st%2F1");
        returned.Activity.Value!.ToJsonString().ShouldNotContain("the-secret-code");
        returned.DedupeKey.ShouldNotContain("the-secret-code");
        answer.Headers.GetValues("Set-Cookie").Single().ShouldContain("expires=Thu, 01 Jan 1970");
        var page = await answer.TextAsync();
        page.ShouldNotContain("the-secret-code");
        page.ShouldContain("Sie sind angemeldet");
    }

    [Fact]
    public async Task A_denial_is_brought_in_as_well()
    {
        await using var host = await SignInHost.StartAsync();
        var cookie = await host.LeaveAsync(host.NewTicket(Authorize));

        using var answer = await host.GetAsync("/auth/return?error=access_denied&state=st%2F1", cookie);

        host.Inbox.ShouldHaveSingleItem().ProtectedValue.ShouldNotBeNull().ShouldContain("error=access_denied");
        (await answer.TextAsync()).ShouldContain("Der Zugriff wurde nicht erlaubt");
    }

    [Fact]
    public async Task Coming_back_twice_counts_once()
    {
        await using var host = await SignInHost.StartAsync();
        var cookie = await host.LeaveAsync(host.NewTicket(Authorize));

        using var first = await host.GetAsync(Return, cookie);
        using var second = await host.GetAsync(Return, cookie);

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Inbox.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("/auth/return?code=the-secret-code&state=another")]
    [InlineData("/auth/return?code=the-secret-code")]
    [InlineData("/auth/return?code=the-secret-code&state=st%2F1&state=another")]
    public async Task An_answer_to_another_request_is_not_taken(string address)
    {
        await using var host = await SignInHost.StartAsync();
        var cookie = await host.LeaveAsync(host.NewTicket(Authorize));

        await ShouldAskToPasteAsync(host, address, cookie);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("__Host-smartflexbot-signin=")]
    [InlineData("__Host-smartflexbot-signin=00000000000000000000000000000000")]
    [InlineData("other=1")]
    public async Task A_browser_that_did_not_leave_from_here_is_asked_to_paste_the_address(string? cookie)
    {
        await using var host = await SignInHost.StartAsync();
        host.NewTicket(Authorize);

        await ShouldAskToPasteAsync(host, Return, cookie);
    }

    [Fact]
    public async Task The_ticket_of_another_link_is_no_sign_in()
    {
        await using var host = await SignInHost.StartAsync();
        var code = host.NewTicket("https://maker.example/key", TicketPurpose.VirtualKey);

        await ShouldAskToPasteAsync(host, Return, $"__Host-smartflexbot-signin={code}");
    }

    [Theory]
    [InlineData("/auth/return")]
    [InlineData("/auth/return?state=st%2F1")]
    public async Task An_address_without_an_answer_in_it_is_an_error(string address)
    {
        await using var host = await SignInHost.StartAsync();
        var cookie = await host.LeaveAsync(host.NewTicket(Authorize));

        using var answer = await host.GetAsync(address, cookie);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        host.Inbox.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(TicketEnd.Used, HttpStatusCode.Gone)]
    [InlineData(TicketEnd.Refused, HttpStatusCode.NotFound)]
    public async Task A_ticket_that_has_ended_leads_nowhere_and_tells_nothing(TicketEnd end, HttpStatusCode status)
    {
        await using var host = await SignInHost.StartAsync();
        var code = host.NewTicket(Authorize, end: end);

        foreach (var cookie in new[] { host.ChatsOwn, null })
        {
            using var opened = await host.GetAsync($"/auth/start/{code}", cookie);
            using var back = await host.GetAsync("/auth/return?code=invented&state=st%2F1", $"__Host-smartflexbot-signin={code}");
            using var pressed = await host.PostAsync(code, "allow", proof: null, cookie);

            foreach (var answer in new[] { opened, back, pressed })
            {
                answer.StatusCode.ShouldBe(status);
                answer.Headers.Location.ShouldBeNull();
            }
        }

        host.Inbox.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_code_in_the_link_or_the_address_is_in_no_log()
    {
        await using var host = await SignInHost.StartAsync();
        var code = host.NewTicket(Authorize);
        var cookie = await host.LeaveAsync(code);
        using var answer = await host.GetAsync(Return, cookie);

        var product = host.Logs.Lines.Where(line => line.Contains(" SmartFlexBot", StringComparison.Ordinal)).ToList();
        product.ShouldAllBe(line => !line.Contains("the-secret-code") && !line.Contains(code));
    }

    [Fact]
    public async Task A_link_is_drawn_as_a_QR_code_of_the_public_address()
    {
        await using var host = await SignInHost.StartAsync();

        using var answer = await host.GetAsync($"/auth/qr/{host.NewTicket("https://maker.example/key", TicketPurpose.VirtualKey)}.png");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        var png = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        png[..8].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        host.Inbox.ShouldBeEmpty("looking at a picture opens nothing");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0000000000000000000000000000000G")]
    [InlineData("000000000000000000000000000000000")]
    [InlineData("https%3A%2F%2Fevil.example")]
    public async Task Nothing_but_a_ticket_is_drawn(string code)
    {
        await using var host = await SignInHost.StartAsync();

        using var answer = await host.GetAsync($"/auth/qr/{code}.png");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task ShouldAskToPasteAsync(SignInHost host, string address, string? cookie)
    {
        using var answer = await host.GetAsync(address, cookie, language: "en");

        (await answer.TextAsync()).ShouldContain("copy the whole address of this page");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Inbox.ShouldBeEmpty();
    }
}

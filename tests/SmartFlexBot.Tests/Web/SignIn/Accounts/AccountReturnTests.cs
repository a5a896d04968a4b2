using System.Net;
using SmartFlexBot.Onboarding.Accounts;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Tests.Onboarding;

namespace SmartFlexBot.Tests.Web.SignIn.Accounts;

/// <summary>From a link of the chat to the supplier's provider and back.</summary>
public sealed class AccountReturnTests
{
    [Fact]
    public async Task The_link_leads_to_the_provider_with_a_challenge_a_state_and_a_nonce_and_without_the_link()
    {
        await using var host = await AccountHost.StartAsync(new());
        var link = host.NewLink();

        var asked = await AccountHost.LeaveAsync(host.NewBrowser(), link);

        (asked["response_type"], asked["code_challenge_method"], asked["scope"]).ShouldBe(("code", "S256", "openid"));
        asked["redirect_uri"].ShouldBe("https://chat.example/account/signed-in");
        asked["nonce"].ShouldNotBeNullOrEmpty();
        asked.ToString()!.ShouldNotContain(link);
        asked.ToString()!.ShouldNotContain(Ticket.KeyOf(link));
    }

    [Fact]
    public async Task In_the_chats_own_browser_no_code_is_needed()
    {
        using var provider = new InventedAccounts { Accounts = ["A-1", "A-2"] };
        await using var host = await AccountHost.StartAsync(provider);
        var link = host.NewLink();

        using var back = await host.SignInAsync(await host.OwnBrowserAsync(), link);

        back.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await AccountHost.CodeOnAsync(back)).ShouldBeNull();
        var heard = host.Inbox.ShouldHaveSingleItem();
        (heard.Activity.Name, heard.Logged, heard.Lasting).ShouldBe((OnboardingEvents.AccountProved, false, true));
        ProvedAccounts.Read(heard.ProtectedValue).ShouldNotBeNull().Code.ShouldBeNull();
        ProvedAccounts.Read(heard.ProtectedValue)!.Numbers.ShouldBe(["A-1", "A-2"]);
        provider.Asked["code_verifier"].ShouldNotBeNullOrEmpty();
        provider.Asked["client_secret"].ShouldBe(InventedAccounts.Secret);
    }

    [Fact]
    public async Task Whoever_got_the_link_passed_on_is_shown_a_code_that_the_chat_asks_for()
    {
        await using var host = await AccountHost.StartAsync(new());

        using var back = await host.SignInAsync(host.NewBrowser(), host.NewLink());

        var code = (await AccountHost.CodeOnAsync(back)).ShouldNotBeNull();
        var heard = host.Inbox.ShouldHaveSingleItem();
        ProvedAccounts.Read(heard.ProtectedValue)!.Code.ShouldBe(code);
        heard.Activity.Value!.ToJsonString().ShouldNotContain(code);
        back.Headers.CacheControl!.NoStore.ShouldBeTrue();
        back.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith("frame-ancestors 'none'");
        WebUtility.HtmlDecode(await back.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .ShouldContain(Shipped.Texts.Get("de", "page.account.code.own"));
    }

    [Fact]
    public async Task Of_two_browsers_that_left_by_one_link_the_first_one_back_has_used_it()
    {
        await using var host = await AccountHost.StartAsync(new());
        var (link, first, second) = (host.NewLink(), host.NewBrowser(), await host.OwnBrowserAsync());
        var asked = await AccountHost.LeaveAsync(second, link);

        using var one = await host.SignInAsync(first, link);
        using var two = await host.ReturnAsync(second, asked);

        (await AccountHost.CodeOnAsync(one)).ShouldNotBeNull();
        (two.StatusCode, await AccountHost.CodeOnAsync(two)).ShouldBe((HttpStatusCode.NotFound, null));
        host.Inbox.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("used")]
    [InlineData("invented")]
    [InlineData("its hash")]
    public async Task A_link_that_is_none_leads_nowhere(string what)
    {
        await using var host = await AccountHost.StartAsync(new());
        var link = what switch
        {
            "used" => host.NewLink(isUsed: true),
            "its hash" => Ticket.KeyOf(host.NewLink()),
            _ => Ticket.NewCode(),
        };

        using var answer = await host.NewBrowser().GetAsync($"/account/sign-in/{link}");

        (answer.StatusCode, answer.Headers.Location).ShouldBe((HttpStatusCode.NotFound, null));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("signature left away")]
    [InlineData("secret")]
    [InlineData("public key as secret")]
    [InlineData("other key")]
    [InlineData("unknown key")]
    [InlineData("changed")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("nonce")]
    [InlineData("no nonce")]
    [InlineData("expired")]
    [InlineData("not yet")]
    public async Task An_id_token_with_one_thing_wrong_is_refused(string fault)
    {
        using var provider = new InventedAccounts { Fault = fault };
        await using var host = await AccountHost.StartAsync(provider);

        using var back = await host.SignInAsync(await host.OwnBrowserAsync(), host.NewLink());

        back.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        back.Headers.Location.ShouldBeNull();
        host.Inbox.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_the_provider_has_changed_to_is_taken_up_within_a_few_tries()
    {
        using var provider = new InventedAccounts();
        await using var host = await AccountHost.StartAsync(provider);
        (await host.SignInAsync(host.NewBrowser(), host.NewLink())).Dispose();
        provider.Rotate();

        var isIn = false;
        for (var tries = 0; tries < 20 && !isIn; tries++)
        {
            using var back = await host.SignInAsync(host.NewBrowser(), host.NewLink());
            isIn = back.StatusCode == HttpStatusCode.OK;
        }

        isIn.ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_of_another_browsers_sign_in_is_not_taken()
    {
        await using var host = await AccountHost.StartAsync(new());
        var (attacker, victim) = (host.NewBrowser(), await host.OwnBrowserAsync());
        var theirs = await AccountHost.LeaveAsync(attacker, host.NewLink());
        var own = await AccountHost.LeaveAsync(victim, host.NewLink());

        using var foreign = await host.ReturnAsync(victim, theirs);
        using var without = await host.ReturnAsync(host.NewBrowser(), own);
        using var invented = await victim.GetAsync($"/account/signed-in?code=c&state=invented");
        using var stateless = await victim.GetAsync("/account/signed-in?code=c");
        using var denied = await victim.GetAsync(
            $"/account/signed-in?error=access_denied&state={Uri.EscapeDataString(own["state"]!)}");

        HttpResponseMessage[] answers = [foreign, without, invented, stateless, denied];
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.BadRequest && answer.Headers.Location == null);
        host.Inbox.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_that_comes_with_a_request_decides_where_the_browser_goes_or_who_it_is()
    {
        await using var host = await AccountHost.StartAsync(new());
        var browser = host.NewBrowser();
        using var away = await browser.GetAsync(
            $"/account/sign-in/{host.NewLink()}?redirect_uri=https://evil.example&returnUrl=https://evil.example&accounts=A-9",
            ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"));
        var asked = System.Web.HttpUtility.ParseQueryString(away.Headers.Location!.Query);

        using var back = await host.ReturnAsync(browser, asked);

        asked["redirect_uri"].ShouldBe("https://chat.example/account/signed-in");
        away.Headers.Location.OriginalString.ShouldNotContain("evil");
        back.Headers.Location.ShouldBeNull();
        ProvedAccounts.Read(host.Inbox.ShouldHaveSingleItem().ProtectedValue)!.Numbers.ShouldBe(["A-1"]);
        browser.Cookies.Keys.ShouldNotContain(name => name.Contains("account", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task No_token_code_or_link_is_in_the_log_nor_in_an_answer()
    {
        await using var host = await AccountHost.StartAsync(new());
        var (browser, link) = (host.NewBrowser(), host.NewLink());

        using var back = await host.SignInAsync(browser, link);
        using var again = await browser.GetAsync($"/account/sign-in/{link}");

        var code = await AccountHost.CodeOnAsync(back);
        var said = string.Join('\n', host.Logs.Lines) + await back.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            + string.Join('\n', browser.Cookies.Select(cookie => cookie.Value));
        string[] secrets = [InventedAccounts.AccessToken, InventedAccounts.Code, InventedAccounts.Secret, link, Ticket.KeyOf(link)];
        foreach (var secret in secrets)
        {
            said.ShouldNotContain(secret);
        }

        string.Join('\n', host.Logs.Lines).ShouldNotContain(code!);
    }
}

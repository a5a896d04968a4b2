using System.Net;
using System.Text;

namespace SmartFlexBot.Tests.Web.Desk;

/// <summary>Another site's page does nothing in an agent's name, and reads nothing with their cookie.</summary>
public sealed class DeskForgeryTests
{
    private static readonly object Claim = new { @do = "claim" };

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("X-Nothing", "1")]
    public async Task A_change_that_another_page_sends_is_refused(string header, string value)
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        using var answer = await browser.PostAsync(Acts, new { clientId = "c1", act = Claim }, (header, value));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.Desk.Calls.ShouldNotContain($"Claim alex {DeskHost.Waiting}");
    }

    [Fact]
    public async Task A_change_needs_the_proof_that_the_page_was_given_to_this_agent()
    {
        await using var host = await DeskHost.StartAsync();
        var (alex, sam) = (await host.SignInAsync("alex"), await host.SignInAsync("sam"));

        foreach (var proof in new[] { null, "made-up", sam.Proof })
        {
            alex.Proof = proof;
            foreach (var path in new[] { Acts, "/desk/presence", "/desk/stay", "/desk/sign-out", "/desk/language", "/desk/search" })
            {
                using var answer = await alex.PostAsync(path, new { clientId = "c1", act = Claim, choice = "Away" });
                answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
            }
        }

        host.Desk.Calls.ShouldAllBe(call => call == "Board");
    }

    [Theory]
    [InlineData("/desk/search")]
    [InlineData("/desk/sessions/0/end")]
    public async Task A_form_that_another_page_sends_is_refused_with_a_proof_and_without_one(string path)
    {
        await using var host = await DeskHost.StartAsync();
        var sam = await host.SignInAsync("sam");

        using var elsewhere = await sam.SubmitAsync(path, null, ("Sec-Fetch-Site", "cross-site"));
        sam.Proof = "made-up";
        using var unproved = await sam.SubmitAsync(path);

        (elsewhere.StatusCode, unproved.StatusCode).ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden));
        host.Desk.Calls.ShouldAllBe(call => call == "Board");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task What_a_plain_form_can_send_is_no_change(string type)
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        using var answer = await browser.SendAsync(new(HttpMethod.Post, Acts)
        {
            Content = new StringContent("""{"clientId":"c1","act":{"do":"claim"}}""", Encoding.UTF8, type),
            Headers = { { "Sec-Fetch-Site", "same-origin" }, { "RequestVerificationToken", browser.Proof! } },
        });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("/desk/queue")]
    [InlineData("/desk/events")]
    [InlineData("/desk/chats/h1")]
    public async Task Another_sites_page_reads_nothing(string path)
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        using var foreign = await browser.GetAsync(path, ("Origin", "https://evil.example"));
        using var embedded = await browser.GetAsync(path, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors"));

        (foreign.StatusCode, embedded.StatusCode).ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden));
        host.Desk.Watched.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"clientId":"","act":{"do":"claim"}}""")]
    [InlineData("""{"act":{"do":"claim"}}""")]
    [InlineData("""{"clientId":"c1","act":{"do":"erase"}}""")]
    [InlineData("""{"clientId":"c1","act":null}""")]
    [InlineData("""{"clientId":"c1"}""")]
    [InlineData("nonsense")]
    public async Task Nonsense_is_told_what_to_send(string body)
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        using var answer = await browser.SendAsync(new(HttpMethod.Post, Acts)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "Sec-Fetch-Site", "same-origin" }, { "RequestVerificationToken", browser.Proof! } },
        });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("clientId");
    }

    private const string Acts = $"/desk/chats/{DeskHost.Waiting}/acts";
}

using System.Net;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Tests.Web.Desk;

/// <summary>An agent's work at the page beside the chats themselves: looking up, breaks, colleagues, what the pack offers.</summary>
public sealed class DeskWorkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(" A-1 ", "1 found", true)]
    [InlineData("A-2", "0 found", false)]
    [InlineData(" ", "0 found", false)]
    public async Task An_account_is_looked_up_by_its_number(string account, string said, bool isFound)
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        var page = await SearchAsync(browser, account);

        page.ShouldContain(said);
        page.Contains("href=\"/desk#h1\"", StringComparison.Ordinal).ShouldBe(isFound);
    }

    [Fact]
    public async Task Nothing_is_looked_up_for_what_can_be_no_account()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        await SearchAsync(browser, " ");
        await SearchAsync(browser, new string('9', 101));
        host.Desk.Calls.ShouldNotContain("Account");

        await SearchAsync(browser, new string('9', 100));
        host.Desk.Calls.ShouldContain("Account");
    }

    [Theory]
    [InlineData("", "1")]
    [InlineData("?days=7", "7")]
    [InlineData("?days=8", "1")]
    public async Task Supervisors_see_the_figures_of_a_day_a_week_or_a_month(string query, string days)
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync("sam");

        (await PageAsync(browser, $"/desk/overview{query}")).ShouldContain($"href=\"/desk/overview?days={days}\" aria-current=\"page\"");
    }

    [Fact]
    public async Task What_is_done_to_a_hand_over_that_is_not_there_is_refused_as_such()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        using var answer = await browser.ActAsync("h9", "c1", new { @do = "claim" });

        (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token)).ShouldBe((HttpStatusCode.NotFound, """{"code":"Unknown"}"""));
    }

    [Theory]
    [InlineData("Available", HttpStatusCode.NoContent)]
    [InlineData("Away", HttpStatusCode.NoContent)]
    [InlineData("Gone", HttpStatusCode.BadRequest)]
    public async Task An_agent_is_there_or_on_a_break(string choice, HttpStatusCode expected)
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        using var answer = await browser.PostAsync("/desk/presence", new { choice });

        answer.StatusCode.ShouldBe(expected);
        host.Desk.Calls.Contains($"Attend alex {choice}").ShouldBe(expected == HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_break_lasts_when_the_page_is_opened_again()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        using var left = await browser.PostAsync("/desk/presence", new { choice = "Away" });

        (await browser.OpenAsync()).ShouldContain("<option value=\"Away\" selected>");
    }

    [Fact]
    public async Task That_an_agent_writes_is_passed_on()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        using var answer = await browser.PostAsync("/desk/chats/h1/typing", new { });

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        host.Desk.Calls.ShouldContain("Type alex h1");
    }

    [Fact]
    public async Task A_chat_can_be_passed_to_colleagues_who_are_here()
    {
        await using var host = await DeskHost.StartAsync();
        var sam = await host.SignInAsync("sam");
        using var claimed = await sam.ActAsync("h1", "c1", new { @do = "claim" });
        foreach (var (id, state) in new[] { ("sam", DeskPresence.Available), ("alex", DeskPresence.Away), ("kim", DeskPresence.Gone) })
        {
            host.Desk.Agents[id] = new(id, id, [], IsSupervisor: false, state, 4, DateTimeOffset.MaxValue);
        }

        var dialog = (await PageAsync(sam, "/desk/chats/h1")).Split("id=\"transfer-dialog\"")[1].Split("</dialog>")[0];

        dialog.ShouldContain("<option value=\"alex\">");
        dialog.ShouldNotContain("<option value=\"sam\">");
        dialog.ShouldNotContain("<option value=\"kim\">");
    }

    [Fact]
    public async Task The_suggested_reply_is_for_whose_chat_it_is()
    {
        await using var host = await DeskHost.StartAsync();
        var (alex, sam) = (await host.SignInAsync("alex"), await host.SignInAsync("sam"));
        using var claimed = await sam.ActAsync("h1", "c1", new { @do = "claim" });

        (await PageAsync(sam, "/desk/chats/h1/pack")).ShouldContain("data-insert=\"Shall we go on together?\"");
        (await PageAsync(alex, "/desk/chats/h1/pack")).ShouldNotContain("data-insert");
    }

    private static async Task<string> SearchAsync(DeskBrowser browser, string account)
    {
        using var answer = await browser.SubmitAsync("/desk/search", [("account", account)]);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private static async Task<string> PageAsync(DeskBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return await answer.Content.ReadAsStringAsync(Token);
    }
}

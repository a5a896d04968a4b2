using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Web.Desk.Stream;

namespace SmartFlexBot.Tests.Web.Desk;

public sealed class DeskStreamTests
{
    [Fact]
    public async Task It_tells_where_something_has_changed_and_no_word_of_what()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();
        host.Desk.Say(ThreadAuthor.Customer, "my meter number is 4711");

        var heard = await browser.ListenAsync("/desk/events?after=0.0&chat=h1", 3);

        heard.ShouldBe(["id: 1.0", "event: change", """data: {"chat":"h1"}"""]);
        host.Desk.Watched.ShouldBe([(DeskCursor.None, "h1")]);
    }

    [Fact]
    public void Typing_has_changed_nothing_and_is_told_of_the_chat_that_is_open()
    {
        var agent = new DeskAgent("sam", "Sam", [], IsSupervisor: true);

        StreamChange.Of(new DeskEvent.Typing(default), agent, "h1").ShouldBe(new StreamChange("h1", HeardAt: null, Typing: true));
        StreamChange.Of(new DeskEvent.Attended(default, null!), agent, "h1").Typing.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_that_comes_back_goes_on_where_it_was()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();
        host.Desk.Change();

        host.Desk.Change();
        await browser.ListenAsync("/desk/events?after=0.0", 1, ("Last-Event-ID", "1.5"));

        host.Desk.Watched.ShouldBe([(new DeskCursor(1, 5), null)]);
    }

    [Theory]
    [InlineData("-1.0")]
    [InlineData("1")]
    [InlineData("1.2.3")]
    [InlineData("99999999999999999999.0")]
    [InlineData("1 OR 1=1.0")]
    [InlineData("٣.٣")]
    public async Task A_forged_place_is_as_good_as_none(string forged)
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        host.Desk.Change();
        await browser.ListenAsync($"/desk/events?after={Uri.EscapeDataString(forged)}", 1);

        host.Desk.Watched.ShouldBe([(DeskCursor.None, null)]);
    }

    [Fact]
    public async Task It_ends_with_the_session_and_whoever_comes_back_is_looked_at_again()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();
        host.Time.Advance(TimeSpan.FromMinutes(14));

        var all = browser.ListenAsync("/desk/events", int.MaxValue);
        while (host.Desk.Watched.IsEmpty)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            all.IsCompleted.ShouldBeFalse("the stream has ended");
            await Task.Yield();
        }

        host.Time.Advance(TimeSpan.FromMinutes(1));
        await all;

        using var again = await browser.GetAsync("/desk/events");
        again.StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_agent_counts_as_here_while_the_page_is_open()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        var all = browser.ListenAsync("/desk/events", int.MaxValue);
        for (var signs = 1; signs <= 3; signs++)
        {
            while (host.Desk.Calls.Count(call => call == "Attend alex Available") < signs)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                all.IsCompleted.ShouldBeFalse("the stream has ended");
                await Task.Yield();
            }

            host.Time.Advance(TimeSpan.FromSeconds(20));
        }

        host.Time.Advance(TimeSpan.FromMinutes(5));
        await all;
    }

    [Theory]
    [InlineData("alex", true, "2026-11-27T09:00:00+00:00")]
    [InlineData("alex", false, null)]
    [InlineData("sam", true, null)]
    public void Only_what_waits_for_the_agents_own_answer_rings(string owner, bool isUnanswered, string? heard)
    {
        var at = new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);
        var chat = new HandOver
        {
            Id = "h1",
            Conversation = "directline|c",
            Locale = "en",
            Reason = default,
            Step = "",
            RequestedAt = at,
            Since = at,
            HeardAt = at,
            Owner = new(owner, owner),
            IsAnswered = !isUnanswered,
        };

        var change = StreamChange.Of(new DeskEvent.Changed(default, chat), new("alex", "Alex", [], false), open: null);

        change.ShouldBe(new StreamChange("h1", heard is null ? null : at));
    }
}

using System.Net;
using System.Text;
using SmartFlexBot.Tests.Channels.DirectLine;

namespace SmartFlexBot.Tests.Web.Page;

public sealed class SessionTests
{
    [Fact]
    public async Task A_first_visit_opens_a_conversation_and_leaves_a_cookie_that_no_script_can_read()
    {
        await using var host = await PageHost.StartAsync();
        var visitor = host.NewVisitor();

        var session = await visitor.OpenAsync();

        session.UserId.ShouldMatch("^dl_[0-9a-f]{32}$");
        session.Token.ShouldNotBeEmpty();
        session.ExpiresIn.ShouldBe(1800);
        session.Simulator.ShouldBeFalse();
        (await host.AccountOfAsync(session.ConversationId)).ShouldBeNull();
        var attributes = visitor.SetCookie!.ToLowerInvariant().Split("; ");
        attributes.ShouldContain("httponly");
        attributes.ShouldContain("samesite=lax");
        attributes.ShouldContain("path=/");
        attributes.ShouldContain("max-age=2592000");
        attributes.ShouldNotContain("secure");
        visitor.Cookie!.ShouldNotContain(session.ConversationId);
    }

    [Fact]
    public async Task Under_https_the_cookie_is_secure_and_bound_to_the_host()
    {
        await using var host = await PageHost.StartAsync();
        var visitor = host.NewVisitor("https");

        await visitor.OpenAsync();

        visitor.SetCookie!.ShouldStartWith("__Host-");
        visitor.SetCookie!.ToLowerInvariant().Split("; ").ShouldContain("secure");
    }

    [Fact]
    public async Task Each_visit_within_thirty_days_goes_on_with_the_same_conversation()
    {
        await using var host = await PageHost.StartAsync();
        var visitor = host.NewVisitor();
        var first = await visitor.OpenAsync();

        host.Time.Advance(TimeSpan.FromDays(29));
        var second = await visitor.OpenAsync();
        host.Time.Advance(TimeSpan.FromDays(29));
        var third = await visitor.OpenAsync();

        second.ConversationId.ShouldBe(first.ConversationId);
        third.ConversationId.ShouldBe(first.ConversationId);
        third.UserId.ShouldBe(first.UserId);
    }

    [Fact]
    public async Task After_thirty_days_without_a_visit_a_new_conversation_begins()
    {
        await using var host = await PageHost.StartAsync();
        var visitor = host.NewVisitor();
        var first = await visitor.OpenAsync();

        host.Time.Advance(TimeSpan.FromDays(30));
        var second = await visitor.OpenAsync();

        second.ConversationId.ShouldNotBe(first.ConversationId);
        second.UserId.ShouldNotBe(first.UserId);
    }

    [Fact]
    public async Task An_altered_cookie_counts_as_none()
    {
        await using var host = await PageHost.StartAsync();
        var visitor = host.NewVisitor();
        var first = await visitor.OpenAsync();

        var middle = visitor.Cookie!.Length / 2;
        var other = visitor.Cookie[middle] == 'A' ? 'B' : 'A';
        visitor.Cookie = visitor.Cookie[..middle] + other + visitor.Cookie[(middle + 1)..];
        var second = await visitor.OpenAsync();

        second.ConversationId.ShouldNotBe(first.ConversationId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("%00%ff")]
    public async Task A_made_up_cookie_counts_as_none(string value)
    {
        await using var host = await PageHost.StartAsync();
        var visitor = host.NewVisitor();
        visitor.Cookie = "smartflexbot=" + value;

        var session = await visitor.OpenAsync();

        session.ConversationId.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_cookie_of_another_installation_counts_as_none()
    {
        var conversations = new InMemoryConversations(TimeProvider.System);
        await using var ours = await PageHost.StartAsync(conversations: conversations);
        await using var theirs = await PageHost.StartAsync(conversations: conversations);
        var foreigner = theirs.NewVisitor();
        var foreign = await foreigner.OpenAsync();

        var visitor = ours.NewVisitor();
        visitor.Cookie = foreigner.Cookie;
        var session = await visitor.OpenAsync();

        session.ConversationId.ShouldNotBe(foreign.ConversationId);
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_followed_by_a_new_one()
    {
        await using var host = await PageHost.StartAsync();
        var visitor = host.NewVisitor();
        var first = await visitor.OpenAsync();

        host.Conversations.Erase(first.ConversationId);
        var second = await visitor.OpenAsync();

        second.ConversationId.ShouldNotBe(first.ConversationId);
        (await visitor.OpenAsync()).ConversationId.ShouldBe(second.ConversationId);
    }

    [Fact]
    public async Task Signing_out_takes_the_cookie_away()
    {
        await using var host = await PageHost.StartAsync();
        var visitor = host.NewVisitor();
        var first = await visitor.OpenAsync();

        var answer = await visitor.SendAsync(HttpMethod.Delete, new StringContent("{}", Encoding.UTF8, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        visitor.Cookie.ShouldBeNull();
        (await visitor.OpenAsync()).ConversationId.ShouldNotBe(first.ConversationId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("\"de\"")]
    [InlineData("""{"locale":5}""")]
    [InlineData("""{"customer":{}}""")]
    public async Task A_body_that_is_no_such_object_is_answered_clearly(string body)
    {
        await using var host = await PageHost.StartAsync();

        var answer = await host.NewVisitor().SendAsync(HttpMethod.Post, new StringContent(body, Encoding.UTF8, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.TextAsync()).ShouldContain("BadArgument");
    }

    [Fact]
    public async Task Too_many_calls_from_one_address_are_told_to_wait()
    {
        await using var host = await PageHost.StartAsync(settings: ("Page:SessionCallsPerMinute", "2"));
        var visitor = host.NewVisitor();
        await visitor.OpenAsync();
        await visitor.OpenAsync();

        var third = await visitor.SendAsync(HttpMethod.Post, new StringContent("{}", Encoding.UTF8, "application/json"));

        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        third.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await third.TextAsync()).ShouldContain("RateLimited");
    }
}

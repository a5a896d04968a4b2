using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Tests.Channels.DirectLine;

/// <summary>The cookie by which links know the chat's own browser.</summary>
public sealed class BrowserCookieTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly DirectLineTokens _tokens;
    private readonly BrowserCookie _cookie;

    public BrowserCookieTests()
    {
        var options = Options.Create(new DirectLineOptions { Secret = DirectLineHost.Secret });
        _tokens = new(new(options), options, _time);
        _cookie = new(_tokens, _time);
    }

    [Theory]
    [InlineData("https", "__Host-smartflexbot-chat", true)]
    [InlineData("http", "smartflexbot-chat", false)]
    public async Task It_is_for_this_host_alone_and_for_the_rest_of_the_session(string scheme, string name, bool isSecure)
    {
        var token = await TokenAsync();
        _time.Advance(TimeSpan.FromHours(1));

        var set = Write(scheme, token);

        set.Split(';')[0].ShouldStartWith($"{name}=");
        var attributes = set.Split("; ").Skip(1).ToArray();
        attributes.ShouldContain("max-age=82800");
        attributes.ShouldContain("path=/");
        attributes.ShouldContain("samesite=lax");
        attributes.ShouldContain("httponly");
        attributes.Contains("secure").ShouldBe(isSecure);
        (await FindAsync(scheme, name, set.Split('=', ';')[1])).ShouldBe("c1");
    }

    [Fact]
    public async Task Another_value_and_one_that_is_over_name_no_conversation()
    {
        var token = await TokenAsync();
        var value = Write("https", token).Split('=', ';')[1];

        (await FindAsync("https", "__Host-smartflexbot-chat", value + "x")).ShouldBeNull();
        (await FindAsync("https", "__Host-smartflexbot-chat", "")).ShouldBeNull();
        (await FindAsync("https", "smartflexbot-chat", value)).ShouldBeNull("under https the host's own cookie counts");
        (await FindAsync("https", "other", value)).ShouldBeNull();
        (await FindAsync("https", "__Host-smartflexbot-chat", _tokens.IssueForStream(token))).ShouldBeNull();
        _time.Advance(TimeSpan.FromHours(24));
        (await FindAsync("https", "__Host-smartflexbot-chat", value)).ShouldBeNull();
    }

    [Fact]
    public async Task The_address_of_a_stream_is_remembered_only_while_it_is_good()
    {
        var used = new UsedStreamTokens(_time);
        var token = await _tokens.ReadAsync(_tokens.IssueForStream(await TokenAsync()), DirectLineTokens.StreamAudience);
        used.Use(token);
        _time.Advance(TimeSpan.FromSeconds(59));
        Should.Throw<RequestRefusedException>(() => used.Use(token)).Status.ShouldBe(403);
        _time.Advance(TimeSpan.FromSeconds(1));
        used.Use(token);
    }

    private async Task<DirectLineToken> TokenAsync() =>
        await _tokens.ReadAsync(_tokens.Issue("c1", "dl_ada", []).Token, DirectLineTokens.ApiAudience);

    private string Write(string scheme, DirectLineToken token)
    {
        var context = new DefaultHttpContext();
        context.Request.Scheme = scheme;
        _cookie.Write(context, token);
        return context.Response.Headers.SetCookie.ToString();
    }

    private Task<string?> FindAsync(string scheme, string name, string value)
    {
        var context = new DefaultHttpContext();
        context.Request.Scheme = scheme;
        context.Request.Headers.Cookie = $"{name}={value}";
        return _cookie.FindConversationAsync(context.Request);
    }
}

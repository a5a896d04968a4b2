using System.Net;
using System.Text.Json.Nodes;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Tests.Web.Page;

public sealed class PageErrorTests
{
    [Fact]
    public async Task A_person_at_a_wrong_address_is_told_in_their_language()
    {
        await using var host = await PageHost.StartAsync();

        var (answer, body) = await GetAsync(host, "/nowhere", "text/html,*/*", "de-CH");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        body.ShouldContain("Diese Seite gibt es nicht");
        body.ShouldContain("href=\"/\"");
    }

    [Theory]
    [InlineData("/nowhere", "*/*")]
    [InlineData("/v3/directline/nowhere", "text/html")]
    public async Task A_program_gets_json(string path, string accept)
    {
        await using var host = await PageHost.StartAsync();

        var (answer, body) = await GetAsync(host, path, accept);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        body.ShouldContain("\"code\":\"NotFound\"");
    }

    [Theory]
    [InlineData("text/html", "Something went wrong on our side")]
    [InlineData("*/*", "ServiceError")]
    public async Task A_failure_tells_nothing_of_the_inside(string accept, string expected)
    {
        await using var host = await PageHost.StartAsync();

        var (answer, body) = await GetAsync(host, "/broken", accept);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        body.ShouldContain(expected);
        body.ShouldNotContain("secret");
        answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
    }

    [Theory]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound, "NotFound", "nothing at this address", null)]
    [InlineData("POST", "/", HttpStatusCode.MethodNotAllowed, "MethodNotAllowed", "does not take this method", null)]
    [InlineData("GET", "/large", HttpStatusCode.RequestEntityTooLarge, "TooLarge", "too large", null)]
    [InlineData("GET", "/unreadable", HttpStatusCode.UnsupportedMediaType, "UnsupportedMediaType", "application/json", null)]
    [InlineData("GET", "/uncountable", HttpStatusCode.BadRequest, "BadArgument", "cannot be used", null)]
    [InlineData("GET", "/gone", HttpStatusCode.Gone, "BadArgument", "cannot be used", null)]
    [InlineData("GET", "/busy", HttpStatusCode.TooManyRequests, "TooManyRequests", "try again shortly", 1)]
    [InlineData("GET", "/unavailable", HttpStatusCode.ServiceUnavailable, "ServiceError", "on our side", 5)]
    [InlineData("GET", "/broken", HttpStatusCode.InternalServerError, "ServiceError", "on our side", null)]
    public async Task Each_refusal_says_what_is_wrong_and_when_to_come_back(
        string method, string path, HttpStatusCode status, string code, string words, int? seconds)
    {
        await using var host = await PageHost.StartAsync();

        using var answer = await host.NewVisitor().SendAsync(new HttpRequestMessage(new(method), path));
        var body = JsonNode.Parse(await answer.TextAsync())!["error"]!;

        (answer.StatusCode, body["code"]!.GetValue<string>()).ShouldBe((status, code));
        body["message"]!.GetValue<string>().ShouldContain(words);
        answer.Headers.RetryAfter?.Delta.ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
        (answer.Headers.RetryAfter is not null).ShouldBe(seconds is not null);
    }

    [Theory]
    [InlineData("/busy", "Something went wrong on our side")]
    [InlineData("/unavailable", "Something went wrong on our side")]
    [InlineData("/gone", "This page does not exist")]
    public async Task A_person_is_told_whether_it_is_the_address_or_us(string path, string heading)
    {
        await using var host = await PageHost.StartAsync();

        var (_, body) = await GetAsync(host, path, "text/html");

        body.ShouldContain(heading);
    }

    [Fact]
    public void The_shell_encodes_whatever_it_is_given()
    {
        var html = PageShell.Html("en", "<b>Hi</b>", ShellContent.Of(["a & <script>"], new PageLink("\"go\"", "/x?a=1&b=\"2\"")));

        html.ShouldContain("<h1>&lt;b&gt;Hi&lt;/b&gt;</h1>");
        html.ShouldContain("<p>a &amp; &lt;script&gt;</p>");
        html.ShouldContain("href=\"/x?a=1&amp;b=&quot;2&quot;\"");
        html.ShouldNotContain("<script");
    }

    [Fact]
    public void Facts_are_a_list_without_those_that_nobody_knows()
    {
        var html = PageShell.Html("en", "Hi", ShellContent.Of(["text"]).Add(("Make", "Kia & Co"), ("Model", null), ("Year", "2024")));

        string.Concat(html.Split('\n', StringSplitOptions.TrimEntries)).ShouldContain(
            "<dl class=\"shell-facts\"><dt>Make</dt><dd>Kia &amp; Co</dd><dt>Year</dt><dd>2024</dd></dl>");
    }

    private static async Task<(HttpResponseMessage Answer, string Body)> GetAsync(
        PageHost host, string path, string accept, string language = "en")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", accept }, { "Accept-Language", language } } };
        var answer = await host.NewVisitor().SendAsync(request);
        return (answer, await answer.TextAsync());
    }
}

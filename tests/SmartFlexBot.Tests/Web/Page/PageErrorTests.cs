using System.Net;
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

    [Fact]
    public void The_shell_encodes_whatever_it_is_given()
    {
        var html = PageShell.Html("en", "<b>Hi</b>", ShellContent.Of(["a & <script>"], new PageLink("\"go\"", "/x?a=1&b=\"2\"")));

        html.ShouldContain("<h1>&lt;b&gt;Hi&lt;/b&gt;</h1>");
        html.ShouldContain("<p>a &amp; &lt;script&gt;</p>");
        html.ShouldContain("href=\"/x?a=1&amp;b=&quot;2&quot;\"");
        html.ShouldNotContain("<script");
    }

    private static async Task<(HttpResponseMessage Answer, string Body)> GetAsync(
        PageHost host, string path, string accept, string language = "en")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", accept }, { "Accept-Language", language } } };
        var answer = await host.NewVisitor().SendAsync(request);
        return (answer, await answer.TextAsync());
    }
}

using System.Net;
using System.Text;

namespace SmartFlexBot.Tests.Web.Page;

public sealed class SameOriginTests
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "https://chat.example")]
    [InlineData("Origin", "http://chat.example:81")]
    [InlineData("Origin", "null")]
    [InlineData("X-Nothing", "1")]
    public async Task A_call_that_is_not_from_our_own_page_is_refused(string header, string value)
    {
        await using var host = await PageHost.StartAsync();
        var visitor = host.NewVisitor();

        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Delete })
        {
            var answer = await visitor.SendAsync(Call(method, header, value));

            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await answer.TextAsync()).ShouldContain("Forbidden");
            visitor.SetCookie.ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "http://chat.example")]
    public async Task A_call_from_our_own_page_is_taken(string header, string value)
    {
        await using var host = await PageHost.StartAsync();

        var answer = await host.NewVisitor().SendAsync(Call(HttpMethod.Post, header, value));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task What_a_plain_form_can_send_is_refused(string contentType)
    {
        await using var host = await PageHost.StartAsync();

        var answer = await host.NewVisitor().SendAsync(HttpMethod.Post, new StringContent("{}", Encoding.UTF8, contentType));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    private static HttpRequestMessage Call(HttpMethod method, string header, string value) => new(method, "/session")
    {
        Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        Headers = { { header, value } },
    };
}

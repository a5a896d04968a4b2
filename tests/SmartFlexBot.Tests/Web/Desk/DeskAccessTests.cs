using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SmartFlexBot.Tests.Web.Desk;

/// <summary>Who has no role reads nothing, whatever they try.</summary>
public sealed class DeskAccessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_not_signed_in_gets_nothing_of_any_route()
    {
        await using var host = await DeskHost.StartAsync();
        var routes = Routes(host);
        routes.Count.ShouldBeGreaterThan(12);

        foreach (var (method, path) in routes)
        {
            foreach (var cookie in new[] { null, "made-up" })
            {
                var browser = host.NewBrowser();
                if (cookie is not null)
                {
                    browser.Cookies["__Host-smartflexbot-desk"] = cookie;
                }

                using var answer = await browser.SendAsync(new(method, path));

                answer.StatusCode.ShouldBe(path == "/desk" ? HttpStatusCode.Redirect : HttpStatusCode.Unauthorized, $"{method} {path}");
                (await answer.Content.ReadAsStringAsync(Token)).ShouldNotContain("Anna");
            }
        }

        host.Desk.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_opens_the_desk_is_led_to_the_sign_in_and_a_wrong_password_leads_back_there()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = host.NewBrowser();

        using var desk = await browser.GetAsync("/desk");
        using var wrong = await browser.SignInAsync("alex", "guessed");
        using var nobody = await browser.SignInAsync("nobody", host.Password);

        desk.Headers.Location!.OriginalString.ShouldBe("/desk/sign-in");
        wrong.Headers.Location!.OriginalString.ShouldBe("/desk/sign-in?problem=wrong");
        nobody.Headers.Location!.OriginalString.ShouldBe("/desk/sign-in?problem=wrong");
        browser.Cookies.Keys.ShouldNotContain("__Host-smartflexbot-desk");
    }

    [Fact]
    public async Task The_figures_are_for_supervisors_alone()
    {
        await using var host = await DeskHost.StartAsync();

        using var agents = await (await host.SignInAsync("alex")).GetAsync("/desk/overview");
        host.Desk.Calls.ShouldNotContain("Figures");
        using var supervisors = await (await host.SignInAsync("sam")).GetAsync("/desk/overview");

        (agents.StatusCode, supervisors.StatusCode).ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.OK));
        (await supervisors.Content.ReadAsStringAsync(Token)).ShouldContain("1:15 min");
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Without_a_provider_there_is_a_desk_in_development_alone(string environment)
    {
        await using var host = await DeskHost.StartAsync(environment);

        foreach (var path in new[] { "/desk", "/desk/sign-in", "/desk/events" })
        {
            using var answer = await host.NewBrowser().GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        host.Password.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_cookie_is_for_this_host_and_no_script()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = host.NewBrowser();

        using var answer = await browser.SignInAsync("alex", host.Password);

        answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-smartflexbot-desk=", StringComparison.Ordinal))
            .ToLowerInvariant().ShouldSatisfyAllConditions(
                cookie => cookie.ShouldContain("; path=/; secure; samesite=lax; httponly"), cookie => cookie.ShouldNotContain("expires"));
    }

    [Fact]
    public async Task After_the_sign_out_the_desk_is_closed_and_the_agent_gone()
    {
        await using var host = await DeskHost.StartAsync();
        var browser = await host.SignInAsync();

        using var left = await browser.PostAsync("/desk/sign-out", new { });
        using var after = await browser.GetAsync("/desk/queue");

        (left.StatusCode, after.StatusCode).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized));
        host.Desk.Calls.ShouldContain("Attend alex Gone");
    }

    /// <summary>Each route of the desk but the sign-in's own, with the method it takes.</summary>
    private static List<(HttpMethod Method, string Path)> Routes(DeskHost host) =>
        [.. from route in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let path = "/" + route.RoutePattern.RawText!.Trim('/').Replace("{id}", DeskHost.Waiting, StringComparison.Ordinal)
            where path.StartsWith("/desk", StringComparison.Ordinal) && !path.StartsWith("/desk/sign-in", StringComparison.Ordinal)
            from method in route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
            select (new HttpMethod(method), path)];
}

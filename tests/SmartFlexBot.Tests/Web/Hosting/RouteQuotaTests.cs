using System.Net;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Tests.Scripts;

namespace SmartFlexBot.Tests.Web.Hosting;

/// <summary>The whole host: no route without a limit, whoever maps it.</summary>
public sealed class RouteQuotaTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_has_a_limit_on_how_often()
    {
        await using var host = await ScriptHost.StartAsync();

        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        routes.Count.ShouldBeGreaterThan(40);
        routes.Where(route => route.Metadata.GetMetadata<EnableRateLimitingAttribute>() is null)
            .Select(route => route.RoutePattern.RawText).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/auth/start/00000000000000000000000000000000")]
    [InlineData("/tariff/pictures/00000000000000000000000000000000.png")]
    [InlineData("/health/live")]
    [InlineData("/operations/dead-letters")]
    public async Task Pages_of_all_kinds_are_limited_by_address(string path)
    {
        await using var host = await ScriptHost.StartAsync("Quotas:Pages=2");

        using var first = await host.Http.GetAsync(path, Token);
        using var second = await host.Http.GetAsync(path, Token);
        using var third = await host.Http.GetAsync(path, Token);

        (first.StatusCode, second.StatusCode).ShouldNotBe((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests));
        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        (await third.Content.ReadAsStringAsync(Token)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_hosts_own_calls_of_its_simulator_count_against_nobody()
    {
        await using var host = await ScriptHost.StartAsync("Quotas:Pages=2", "Quotas:CallsOfAddress=2");

        for (var call = 0; call < 10; call++)
        {
            using var answer = await host.Http.GetAsync("/simulator/v1/products/", Token);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Conversations.Store.Sqlite;
using SmartFlexBot.Tests.Conversations;
using SmartFlexBot.Tests.Scripts;

namespace SmartFlexBot.Tests.Web.Health;

public sealed class HealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_whose_store_works_is_live_and_ready()
    {
        await using var host = await ScriptHost.StartAsync();

        (await GetAsync(host, "live")).ShouldBe((HttpStatusCode.OK, """{"status":"Healthy"}"""));
        (await GetAsync(host, "ready")).ShouldBe((HttpStatusCode.OK, """{"status":"Healthy"}"""));
    }

    [Fact]
    public async Task A_locked_store_makes_the_node_unready_but_not_dead_and_it_recovers_by_itself()
    {
        await using var host = await ScriptHost.StartAsync();
        var writer = host.Services.GetRequiredService<StoreWriter>();
        await writer.WriteAsync(session => session.First("PRAGMA busy_timeout = 10", row => row.GetInt64(0)));
        using (StoreFiles.Lock(host.StorePath))
        {
            await Should.ThrowAsync<StoreUnavailableException>(() => writer.WriteAsync(_ => 0));

            var (status, body) = await GetAsync(host, "ready");
            status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            JsonNode.Parse(body)!["status"]!.GetValue<string>().ShouldBe("Unhealthy");
            JsonNode.Parse(body)!["reasons"]!["store"]!.GetValue<string>().ShouldContain("locked by another process");
            (await GetAsync(host, "live")).Status.ShouldBe(HttpStatusCode.OK);
        }

        // Nobody writes to the bot: its own sweep finds out that the file is free again.
        host.Clock.Advance(TimeSpan.FromSeconds(3));
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var look = 0; (await GetAsync(host, "ready")).Status != HttpStatusCode.OK; look++)
        {
            look.ShouldBeLessThan(1000, "it never recovers");
            await looks.WaitForNextTickAsync(Token);
        }
    }

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(ScriptHost host, string path)
    {
        using var response = await host.Http.GetAsync($"/health/{path}", Token);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Conversations.Store.Sqlite;
using SmartFlexBot.Tests.Scripts;

namespace SmartFlexBot.Tests.Web.Health;

/// <summary>The whole host with a store that cannot keep up: its queue is full, and stays so until the test lets go.</summary>
public sealed class OverloadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Load_beyond_capacity_is_refused_at_once_and_polls_are_answered()
    {
        await using var host = await ScriptHost.StartAsync();
        var session = JsonNode.Parse(await (await VisitAsync(host)).Content.ReadAsStringAsync(Token))!;
        var (token, activities) =
            (session["token"]!.GetValue<string>(), $"/v3/directline/conversations/{session["conversationId"]}/activities");
        var writer = host.Services.GetRequiredService<StoreWriter>();
        var begun = new TaskCompletionSource();
        using var gate = new Gate();
        var blocker = writer.WriteAsync(_ =>
        {
            begun.SetResult();
            gate.Wait();
            return 0;
        });
        await begun.Task;
        var waiting = Fill(writer);

        using var post =
            await SendAsync(host, HttpMethod.Post, activities, token, new JsonObject { ["type"] = "message", ["text"] = "hello" });
        using var poll = await SendAsync(host, HttpMethod.Get, activities, token);
        using var visit = await VisitAsync(host);

        ShouldBeRefused(post);
        ShouldBeRefused(visit);
        (await ErrorCodeAsync(post), await ErrorCodeAsync(visit)).ShouldBe(("TooManyRequests", "TooManyRequests"));
        poll.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonNode.Parse(await poll.Content.ReadAsStringAsync(Token))!["activities"]!.AsArray().ShouldBeEmpty();

        gate.Dispose();
        await blocker;
        await Task.WhenAll(waiting);
        using var again =
            await SendAsync(host, HttpMethod.Post, activities, token, new JsonObject { ["type"] = "message", ["text"] = "hello" });
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static List<Task<int>> Fill(StoreWriter writer)
    {
        var waiting = new List<Task<int>>();
        Should.Throw<StoreBusyException>(() =>
        {
            while (waiting.Count < 100_000)
            {
                waiting.Add(writer.AdmitAsync(_ => 0));
            }
        });
        return waiting;
    }

    private static void ShouldBeRefused(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
    }

    private static async Task<string?> ErrorCodeAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["error"]!["code"]!.GetValue<string>();

    /// <summary>A browser without a cookie: who has a conversation gets it back without a write.</summary>
    private static async Task<HttpResponseMessage> VisitAsync(ScriptHost host)
    {
        using var browser = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/session") { Content = JsonContent.Create(new JsonObject()) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await browser.SendAsync(request, Token);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        ScriptHost host, HttpMethod method, string path, string token, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        return await host.Http.SendAsync(request, Token);
    }

    /// <summary>Opens when disposed: a test that fails must not leave the writer standing, for the host waits for it.</summary>
    private sealed class Gate : IDisposable
    {
        private readonly TaskCompletionSource _open = new();

        public void Wait() => _open.Task.GetAwaiter().GetResult();

        public void Dispose() => _open.TrySetResult();
    }
}

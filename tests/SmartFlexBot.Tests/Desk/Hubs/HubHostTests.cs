using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SmartFlexBot.Tests.Scripts;

namespace SmartFlexBot.Tests.Desk.Hubs;

/// <summary>The whole host beside a Chatwoot on a port of its own: what is set, signed, stored, told and erased.</summary>
public sealed class HubHostTests : IAsyncLifetime
{
    private const string Operations = "operations-secret-of-the-tests-0123456789";

    private WebApplication _server = null!;
    private FakeChatwoot _hub = null!;
    private TaskCompletionSource? _hanging;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Map("/{**path}", AnswerAsync);
        await _server.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_chat_goes_to_the_hub_and_back_and_only_signed_calls_count()
    {
        await using var script = await AskedAsync();
        await script.SayAsync("my charger is grey");
        _hub.Shown[^1].ShouldBe("my charger is grey");

        _hub.Assign(7);
        _hub.Write("Hello, Ana here.");
        var call = _hub.Deliveries[^1];
        (await PostAsync(script, call with { Signature = "sha256=00" })).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(script, _hub.Sign("{"))).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(script, _hub.Sign(new string(' ', 1024 * 1024 + 1)))).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        await script.PlayAsync("bot is silent");

        (await PostAsync(script, call)).ShouldBe(HttpStatusCode.OK);
        (await PostAsync(script, call)).ShouldBe(HttpStatusCode.OK);
        await script.PlayAsync("bot: Hello, Ana here.");
        script.Host.Log.Entries.ShouldAllBe(entry => !entry.Message.Contains(FakeChatwoot.Token) && !entry.Message.Contains("Ana here"));

        _hub.Resolve();
        (await PostAsync(script, _hub.Deliveries[^1])).ShouldBe(HttpStatusCode.OK);
        await script.PlayAsync("bot: [handover.back]");

        (await EraseAsync(script)).ShouldBe(HttpStatusCode.OK);
        _hub.Contacts.ShouldBe(0);
    }

    [Fact]
    public async Task A_process_that_ends_in_the_middle_of_a_round_is_followed_by_one_that_goes_on_with_it_and_tells_nothing_twice()
    {
        await using var script = await AskedAsync();
        _hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await (await script.TabAsync("1")).Client.PostAsync(new() { ["type"] = "message", ["text"] = "my charger is grey" });
        await _hanging.Task.WaitAsync(TestContext.Current.CancellationToken);
        _hub.Shown[^1].ShouldBe("my charger is grey");

        _hanging = null;
        await script.Host.RestartAsync();
        await script.PlayAsync("time passes: 1 minute");
        await script.SayAsync("and it is big");

        _hub.Shown.Skip(1).ShouldBe(["my charger is grey", "and it is big"]);
        (_hub.Contacts, _hub.Conversations).ShouldBe((1, 1));
    }

    private async Task<Script> AskedAsync()
    {
        var script = await Script.StartAsync(
            "Wizard", "A-7E51A001", "en", $"Hub:Chatwoot:Url={_server.Urls.Single()}", "Hub:Chatwoot:AccountId=1",
            $"Hub:Chatwoot:InboxId={FakeChatwoot.Inbox}", $"Hub:Chatwoot:Token={FakeChatwoot.Token}",
            $"Hub:Chatwoot:WebhookSecret={FakeChatwoot.Secret}", $"Operations:Secret={Operations}");
        _hub = new(script.Host.Clock);
        await script.TabAsync("1");
        await script.SayAsync("I want to talk to a person");
        return script;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        context.Request.Headers["api_access_token"].ToString().ShouldBe(FakeChatwoot.Token);
        var (status, answer) = _hub.Answer(
            context.Request.Method, context.Request.Path + context.Request.QueryString, body.Length == 0 ? null : JsonNode.Parse(body));
        if (_hanging is { } hanging && context.Request.Path.Value!.EndsWith("/messages", StringComparison.Ordinal)
            && HttpMethods.IsPost(context.Request.Method))
        {
            // It is done, and whoever has asked for it never hears of it.
            hanging.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer);
    }

    private static async Task<HttpStatusCode> PostAsync(Script script, FakeChatwoot.Delivery call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hubs/chatwoot")
        {
            Content = new StringContent(call.Body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Chatwoot-Signature", call.Signature);
        request.Headers.Add("X-Chatwoot-Timestamp", call.Timestamp);
        request.Headers.Add("X-Chatwoot-Delivery", call.Id);
        using var response = await script.Host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> EraseAsync(Script script)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/operations/accounts/erase")
        {
            Content = new StringContent($$"""{"accountNumber":"{{script.Account}}"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Operations);
        using var response = await script.Host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}

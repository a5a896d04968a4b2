using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SmartFlexBot.Tests.Scripts;

namespace SmartFlexBot.Tests.Desk.Hubs;

/// <summary>The whole host beside a Genesys on a port of its own: what is set, signed, stored, told, read and ended.</summary>
public sealed class GenesysHostTests : IAsyncLifetime
{
    private WebApplication _server = null!;
    private FakeGenesys _hub = null!;

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
    public async Task A_chat_goes_to_the_hub_and_back_and_only_who_knows_the_secrets_is_heard()
    {
        await using var script = await Script.StartAsync(
            "Wizard", "A-7E51A001", "en", $"Hub:Genesys:Region={new Uri(_server.Urls.Single()).Authority}",
            $"Hub:Genesys:IntegrationId={FakeGenesys.Integration}", $"Hub:Genesys:ClientId={FakeGenesys.Client}",
            $"Hub:Genesys:ClientSecret={FakeGenesys.ClientSecret}", $"Hub:Genesys:WebhookSecret={FakeGenesys.Secret}",
            $"Hub:Genesys:EndSecret={FakeGenesys.EndSecret}");
        _hub = new(script.Host.Clock);
        await script.TabAsync("1");
        await script.SayAsync("I want to talk to a person");
        await script.SayAsync("my charger is grey");
        _hub.Shown[^1].ShouldBe("my charger is grey");

        _hub.Write("Hello, Ana here.");
        var call = _hub.Call(_hub.Calls - 1);
        (await PostAsync(script, call, forged: true)).ShouldBe(HttpStatusCode.Unauthorized);
        await script.PlayAsync("bot is silent");

        (await PostAsync(script, _hub.Call(_hub.Calls - 1))).ShouldBe(HttpStatusCode.OK);
        (await PostAsync(script, _hub.Call(_hub.Calls - 1))).ShouldBe(HttpStatusCode.OK);
        await script.PlayAsync("bot: Hello, Ana here.");

        _hub.End();
        (await PostAsync(script, _hub.Call(_hub.Calls - 1), forged: true)).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(script, _hub.Call(_hub.Calls - 1))).ShouldBe(HttpStatusCode.OK);
        await script.PlayAsync("bot: [handover.back]");

        string[] secrets = [FakeGenesys.ClientSecret, FakeGenesys.Secret, FakeGenesys.EndSecret, "token-1", "Ana here"];
        script.Host.Log.Entries.ShouldAllBe(entry => !secrets.Any(secret => entry.Message.Contains(secret)));
        _hub.TokenRequests.ShouldBe(1);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var (status, answer) = _hub.Answer(
            context.Request.Method, context.Request.Path + context.Request.QueryString, await reader.ReadToEndAsync(),
            context.Request.Headers.Authorization.ToString());
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer);
    }

    private static async Task<HttpStatusCode> PostAsync(Script script, HttpContext call, bool forged = false)
    {
        using var reader = new StreamReader(call.Request.Body);
        using var request = new HttpRequestMessage(HttpMethod.Post, call.Request.Path)
        {
            Content = new StringContent(await reader.ReadToEndAsync(), Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in call.Request.Headers.Where(header => header.Key is "X-Hub-Signature-256" or "Authorization"))
        {
            request.Headers.TryAddWithoutValidation(name, forged ? $"{value}0" : value.ToString());
        }

        using var response = await script.Host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}

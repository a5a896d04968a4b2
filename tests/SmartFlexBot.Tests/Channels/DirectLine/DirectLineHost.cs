using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine;

namespace SmartFlexBot.Tests.Channels.DirectLine;

/// <summary>Our Direct Line server on a free port, over conversations in memory.</summary>
public sealed class DirectLineHost : IAsyncDisposable
{
    public const string Secret = "a-secret-of-the-tests-0123456789-abcdef";
    public const string Secret2 = "another-secret-of-tests-9876543210-fedcba";

    private readonly WebApplication _app;

    private DirectLineHost(WebApplication app, CollectedLogs logs, RunningRequests requests)
    {
        _app = app;
        Logs = logs;
        Requests = requests;
        Client = new() { BaseAddress = new(_app.Urls.Single()) };
    }

    public HttpClient Client { get; }
    public CollectedLogs Logs { get; }
    public RunningRequests Requests { get; }
    public ObservedTime Time => _app.Services.GetRequiredService<ObservedTime>();
    public InMemoryConversations Conversations => _app.Services.GetRequiredService<InMemoryConversations>();
    public IServiceProvider Services => _app.Services;
    public string Address => Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public static async Task<DirectLineHost> StartAsync(
        IDictionary<string, string?>? settings = null, InMemoryConversations? conversations = null, string address = "http://127.0.0.1:0")
    {
        var logs = new CollectedLogs();
        var requests = new RunningRequests();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseUrls(address);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DirectLine:Secret"] = Secret,
            ["DirectLine:Secret2"] = Secret2,
        });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.Services.AddSingleton<RestartRequest>();
        builder.Services.AddSingleton<ObservedTime>();
        builder.Services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<ObservedTime>());
        builder.Services.AddSingleton(provider => conversations ?? new InMemoryConversations(provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IConversationInbox>(provider => provider.GetRequiredService<InMemoryConversations>());
        builder.Services.AddSingleton<IConversationLog>(provider => provider.GetRequiredService<InMemoryConversations>());
        builder.Services.AddDirectLine(builder.Configuration);

        var app = builder.Build();
        app.Use(requests.TrackAsync);
        app.UseRouting();
        app.UseRateLimiter();
        app.MapDirectLine();
        DirectLineControl.Map(app, requests);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, logs, requests);
    }

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string? bearer, string? body = null, string mediaType = "application/json", string? origin = null)
    {
        using var request = new HttpRequestMessage(method, "/v3/directline" + path);
        if (bearer is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {bearer}");
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, new UTF8Encoding(false), MediaTypeHeaderValue.Parse(mediaType));
        }

        return await SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response.Headers.ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public Task<Answer> GetAsync(string path, string? bearer) => SendAsync(HttpMethod.Get, path, bearer);

    public Task<Answer> PostAsync(string path, string? bearer, string? body = null) => SendAsync(HttpMethod.Post, path, bearer, body);

    /// <summary>What the supplier's server does before it shows its page.</summary>
    public async Task<(string ConversationId, string Token)> GenerateAsync(
        string body = """{"user":{"id":"ada","name":"Ada"},"accountNumber":"A-1"}""")
    {
        var answer = await PostAsync("/tokens/generate", Secret, body);
        answer.Status.ShouldBe(200, answer.Body?.ToJsonString());
        return (answer["conversationId"], answer["token"]);
    }

    /// <summary>Completes when a client in another process asked for the server to be restarted.</summary>
    public Task RestartAsked => Services.GetRequiredService<RestartRequest>().Asked.Task;

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Requests.Dispose();
    }
}

/// <summary>What the server answered.</summary>
public sealed record Answer(int Status, JsonNode? Body, Dictionary<string, string> Headers)
{
    public string this[string name] =>
        Body?[name]?.ToString() ?? throw new InvalidOperationException($"No {name} in {Body?.ToJsonString()}");

    public string? ErrorCode => Body?["error"]?["code"]?.ToString();

    public string? ErrorMessage => Body?["error"]?["message"]?.ToString();
}

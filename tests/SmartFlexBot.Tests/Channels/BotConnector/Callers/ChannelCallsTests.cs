using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.BotConnector.Callers;
using SmartFlexBot.Channels.BotConnector.Sending;
using SmartFlexBot.Tests.Channels.BotConnector.Sending;
using SmartFlexBot.Tests.Probe;

namespace SmartFlexBot.Tests.Channels.BotConnector.Callers;

/// <summary>/api/messages in Production, over HTTP.</summary>
public sealed class ChannelCallsTests : IAsyncDisposable
{
    private readonly FakeIssuer _issuer = new();
    private readonly FakeEntra _entra = new();
    private RecordingConnector? _teams;
    private ProbeServer? _server;

    public ChannelCallsTests() => _issuer.Published.Add(Admission.TeamsKey.Publish());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        if (_teams is not null)
        {
            await _teams.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_channel_is_let_in_with_its_token_and_answered_with_the_bots_and_nobody_is_without()
    {
        (await PostAsync(token: null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync("e30.e30.e30")).ShouldBe(HttpStatusCode.Unauthorized);
        (await ReadAsync()).ShouldBeEmpty();

        (await PostAsync(Draft().SignedBy(Admission.TeamsKey))).ShouldBe(HttpStatusCode.Accepted);
        (await ReadAsync())[0].ShouldBe(("user", "hi"));
        var (path, reply) = await _teams!.NextAsync();
        (path, reply["text"]!.GetValue<string>()).ShouldBe(("/emea/v3/conversations/c1/activities/1", "What is your name?"));
        _teams.Authorizations.ShouldBe(["Bearer token-1"]);
    }

    [Theory]
    [InlineData("""{"channelId":"emulator"}""", HttpStatusCode.Forbidden)]
    [InlineData("""{"channelId":null}""", HttpStatusCode.Forbidden)]
    [InlineData("""{"serviceUrl":"https://smba.trafficmanager.net/amer/"}""", HttpStatusCode.Forbidden)]
    [InlineData("""{"serviceUrl":null,"deliveryMode":"expectReplies"}""", HttpStatusCode.Forbidden)]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","serviceUrl":"http://127.0.0.1:9/"}""", HttpStatusCode.Forbidden)]
    public async Task It_speaks_for_itself_alone(string changes, HttpStatusCode status)
    {
        (await PostAsync(Draft().SignedBy(Admission.TeamsKey), changes)).ShouldBe(status);
        (await ReadAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("https://169.254.169.254/latest/")]
    [InlineData("https://user@smba.trafficmanager.net/emea/")]
    public async Task A_token_for_a_host_off_the_list_leads_no_reply_there(string serviceUrl)
    {
        var token = Draft().Saying("serviceurl", serviceUrl).SignedBy(Admission.TeamsKey);

        (await PostAsync(token, $$"""{"serviceUrl":"{{serviceUrl}}"}""")).ShouldBe(HttpStatusCode.BadRequest);
        (await ReadAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_the_keys_cannot_be_had_it_is_asked_to_come_later()
    {
        _issuer.Illness = () => new(HttpStatusCode.InternalServerError);

        (await PostAsync(Draft().SignedBy(Admission.TeamsKey))).ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private static TokenDraft Draft() => TokenDraft.OfChannel(Admission.TeamsKey, DateTimeOffset.FromUnixTimeSeconds(Now()));

    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    private async Task<HttpStatusCode> PostAsync(string? token, string changes = "{}")
    {
        var message = ProbeServer.Message("c1", "1", "hi");
        message["channelId"] = "msteams";
        message["serviceUrl"] = TokenDraft.ServiceUrl;
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            message[name] = value?.DeepClone();
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(message) };
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        using var response = await (await ServerAsync()).Client.SendAsync(request, Stop);
        return response.StatusCode;
    }

    private async Task<(string Role, string Text)[]> ReadAsync() =>
        await (await ServerAsync()).ReadAsync(new ConversationKey("msteams", "c1"));

    private async Task<ProbeServer> ServerAsync()
    {
        _teams ??= await RecordingConnector.StartAsync();
        return _server ??= await StartAsync();
    }

    private Task<ProbeServer> StartAsync() => ProbeServer.StartAsync(
        builder =>
        {
            builder.Services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = "Production" });
            builder.Services.AddHttpClient(KeySource.HttpClientName).AddHttpMessageHandler(_issuer.Handler);
            builder.Services.AddHttpClient(BotLogin.HttpClientName).AddHttpMessageHandler(_entra.Handler);
            builder.Services.AddHttpClient(ConnectorPosts.HttpClientName)
                .AddHttpMessageHandler(() => new Detour("smba.trafficmanager.net", _teams!.Address));
        },
        "--DirectLine:Secret=a-secret-of-the-tests-0123456789-abcdef",
        $"--BotConnector:AppId={TokenDraft.AppId}",
        "--BotConnector:ClientSecret=a-secret-of-the-tests");
}

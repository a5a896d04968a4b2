using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.BotConnector.Sending;
using SmartFlexBot.Tests.Channels.DirectLine;

namespace SmartFlexBot.Tests.Channels.BotConnector.Sending;

/// <summary>News after days, where the chat that is known is gone: it is opened anew and told there.</summary>
public sealed class NewConversationTests : IAsyncLifetime
{
    private const string Gone = """{"error":{"code":"ConversationNotFound"}}""";

    private static readonly ConversationKey Conversation = new("msteams", "a:old");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly FakeEntra _entra = new();
    private RecordingConnector? _connector;

    private RecordingConnector Teams => _connector!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _connector = await RecordingConnector.StartAsync();

    public ValueTask DisposeAsync() => Teams.DisposeAsync();

    [Fact]
    public async Task It_is_opened_for_the_same_two_and_told_there()
    {
        Answers(404, Gone);
        Answers(201, """{"id":"a:new"}""");

        (await TellAsync()).ShouldBeOfType<Delivery.Delivered>();

        (await Teams.NextAsync()).Path.ShouldBe("/emea/v3/conversations/a%3Aold/activities");
        var (opening, wish) = await Teams.NextAsync();
        opening.ShouldBe("/emea/v3/conversations");
        JsonNode.DeepEquals(wish, JsonNode.Parse("""
            {"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"29:customer"}],
             "tenantId":"t1","channelData":{"tenant":{"id":"t1"}}}
            """)).ShouldBeTrue(wish.ToJsonString());
        var (told, news) = await Teams.NextAsync();
        told.ShouldBe("/emea/v3/conversations/a%3Anew/activities");
        ((string?)news["text"], (string?)news["conversation"]!["id"]).ShouldBe(("Your car is LIVE.", "a:new"));
        Teams.Authorizations.ShouldBe(["Bearer token-1", "Bearer token-1", "Bearer token-1"]);
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster"}}""")]
    [InlineData(200, "<html>")]
    [InlineData(200, """{"id":7}""")]
    public async Task Where_it_cannot_be_opened_nobody_is_there(int status, string body)
    {
        Answers(404, Gone);
        Answers(status, body);

        (await TellAsync()).ShouldBeOfType<Delivery.Unreachable>();
        Teams.Authorizations.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_has_blocked_the_bot_is_left_alone()
    {
        Answers(403, """{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\"}"}""");

        (await TellAsync()).ShouldBeOfType<Delivery.Unreachable>();
        Teams.Authorizations.Count.ShouldBe(1);
    }

    private void Answers(int status, string body) => Teams.Manners.Enqueue(async context =>
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body, Stop);
    });

    /// <summary>What happened by itself names no address: it is the one that the customer last wrote from, days ago.</summary>
    private async Task<Delivery> TellAsync()
    {
        var log = new InMemoryConversations(_time);
        await log.OpenAsync(Conversation, new("29:customer"), Stop);
        var hi = new Activity
        {
            Type = ActivityTypes.Message,
            Text = "hi",
            ServiceUrl = "https://smba.trafficmanager.net/emea/",
            From = new() { Id = "29:customer" },
            Recipient = new() { Id = "28:bot" },
            Conversation = new() { Id = "a:old", ConversationType = "personal", TenantId = "t1" },
        };
        await log.AcceptAsync(Conversation, new(hi, "hi", Logged: true), Stop);
        _time.Advance(TimeSpan.FromDays(6));
        var news = new Activity { Type = ActivityTypes.Message, Text = "Your car is LIVE.", Timestamp = _time.GetUtcNow() };
        return await Outbound.Of(
            "msteams",
            new() { AppId = "0d5c4d3e-6a51-4a9a-8a6e-2c1b6b7f0a11", ClientSecret = "a-secret-of-the-tests" },
            log,
            _time,
            TimeSpan.FromSeconds(15),
            (ConnectorPosts.HttpClientName, () => new Detour("smba.trafficmanager.net", Teams.Address)),
            (BotLogin.HttpClientName, _entra.Handler)).DeliverAsync(Conversation, new(2, ActivityJson.Write(news)), Stop);
    }
}

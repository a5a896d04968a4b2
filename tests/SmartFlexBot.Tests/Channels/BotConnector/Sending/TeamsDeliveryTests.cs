using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.BotConnector.Sending;
using SmartFlexBot.Tests.Channels.DirectLine;

namespace SmartFlexBot.Tests.Channels.BotConnector.Sending;

/// <summary>Bot protocol B2, B3, C3: what becomes of one activity on its way to Teams, with the bot's token.</summary>
public sealed class TeamsDeliveryTests : IAsyncLifetime
{
    private const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    private static readonly ConversationKey Conversation = new("msteams", "a:1");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly FakeEntra _entra = new();
    private readonly TaskCompletionSource _end = new();
    private RecordingConnector? _connector;
    private ConnectorOutbound? _outbound;

    private RecordingConnector Teams => _connector!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connector = await RecordingConnector.StartAsync();
        _outbound = With(patience: TimeSpan.FromSeconds(15));
    }

    public async ValueTask DisposeAsync()
    {
        _end.TrySetResult();
        await Teams.DisposeAsync();
    }

    [Fact]
    public async Task It_goes_to_the_conversation_with_the_bots_token_and_the_next_one_with_the_same()
    {
        (await DeliverAsync()).ShouldBeOfType<Delivery.Delivered>();
        (await DeliverAsync()).ShouldBeOfType<Delivery.Delivered>();

        var (path, activity) = await Teams.NextAsync();
        (path, (string?)activity["channelId"]).ShouldBe(("/emea/v3/conversations/a%3A1/activities/1", "msteams"));
        Teams.Authorizations.ShouldBe(["Bearer token-1", "Bearer token-1"]);
        _entra.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(201, null, typeof(Delivery.Delivered))]
    [InlineData(412, null, typeof(Delivery.Retry))]
    [InlineData(429, null, typeof(Delivery.Retry))]
    [InlineData(502, null, typeof(Delivery.Uncertain))]
    [InlineData(504, null, typeof(Delivery.Uncertain))]
    [InlineData(413, """{"error":{"code":"MessageSizeTooBig"}}""", typeof(Delivery.GivenUp))]
    [InlineData(403, """{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\"}"}""", typeof(Delivery.Unreachable))]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster"}}""", typeof(Delivery.Unreachable))]
    [InlineData(404, """{"error":{"code":"ConversationNotFound"}}""", typeof(Delivery.Unreachable))]
    public async Task An_answer_has_one_meaning_and_is_asked_for_once(int status, string? body, Type outcome)
    {
        Answers(status, body);

        (await DeliverAsync()).ShouldBeOfType(outcome);
        Teams.Authorizations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        Answers(307, null);

        (await DeliverAsync()).ShouldBeOfType<Delivery.GivenUp>();
        Teams.Authorizations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_replaced_once()
    {
        Answers(401, null);
        (await DeliverAsync()).ShouldBeOfType<Delivery.Delivered>();
        Teams.Authorizations.ShouldBe(["Bearer token-1", "Bearer token-2"]);

        Answers(401, null);
        Answers(401, null);
        (await DeliverAsync()).ShouldBeOfType<Delivery.GivenUp>();
        Teams.Authorizations.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_it_is_tried_again()
    {
        _entra.Refusal = (HttpStatusCode.Unauthorized, """{"error":"invalid_client"}""");

        (await DeliverAsync()).ShouldBeOfType<Delivery.Retry>().Reason.ShouldContain("invalid_client");
        Teams.Authorizations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_connector_that_hangs_may_have_taken_it()
    {
        Teams.Manners.Enqueue(_ => _end.Task);
        _outbound = With(patience: TimeSpan.FromSeconds(1));

        (await DeliverAsync()).ShouldBeOfType<Delivery.Uncertain>();
    }

    [Fact]
    public async Task One_that_breaks_off_may_have_taken_it_too()
    {
        Teams.Manners.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        (await DeliverAsync()).ShouldBeOfType<Delivery.Uncertain>();
    }

    [Fact]
    public async Task A_slow_one_is_waited_for()
    {
        var slow = new TaskCompletionSource();
        Teams.Manners.Enqueue(_ => slow.Task);

        var delivery = DeliverAsync();
        await Teams.NextAsync();
        delivery.IsCompleted.ShouldBeFalse();
        slow.SetResult();

        (await delivery).ShouldBeOfType<Delivery.Delivered>();
    }

    [Fact]
    public async Task One_that_took_it_and_never_ends_its_answer_has_taken_it()
    {
        Teams.Manners.Enqueue(async context =>
        {
            context.Response.StatusCode = 201;
            await context.Response.Body.FlushAsync(Stop);
            await _end.Task;
        });

        (await DeliverAsync()).ShouldBeOfType<Delivery.Delivered>();
    }

    [Theory]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://evil.example/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://169.254.169.254/latest/")]
    [InlineData("https://user@smba.trafficmanager.net/emea/")]
    public async Task No_token_goes_to_a_host_off_the_list(string serviceUrl)
    {
        (await DeliverAsync(serviceUrl)).ShouldBeOfType<Delivery.GivenUp>();

        _entra.Requests.ShouldBeEmpty();
        Teams.Authorizations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_Teams_would_refuse_as_too_much_is_not_sent()
    {
        for (var n = 0; n < 60; n++)
        {
            (await DeliverAsync()).ShouldBeOfType<Delivery.Delivered>();
            _time.Advance(TimeSpan.FromMilliseconds(400));
        }

        (await DeliverAsync()).ShouldBeOfType<Delivery.Retry>().After.ShouldBe(TimeSpan.FromSeconds(6));
        Teams.Authorizations.Count.ShouldBe(60);
    }

    private ConnectorOutbound With(TimeSpan patience) => Outbound.Of(
        "msteams",
        new() { AppId = "0d5c4d3e-6a51-4a9a-8a6e-2c1b6b7f0a11", ClientSecret = "a-secret-of-the-tests" },
        new InMemoryConversations(_time),
        _time,
        patience,
        (ConnectorPosts.HttpClientName, () => new Detour("smba.trafficmanager.net", Teams.Address)),
        (BotLogin.HttpClientName, _entra.Handler));

    private void Answers(int status, string? body) => Teams.Manners.Enqueue(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = "https://evil.example/";
        await context.Response.WriteAsync(body ?? "", Stop);
    });

    private Task<Delivery> DeliverAsync(string serviceUrl = ServiceUrl) => _outbound!.DeliverAsync(
        Conversation,
        new(7, ActivityJson.Write(new()
        {
            Type = ActivityTypes.Message,
            Timestamp = _time.GetUtcNow(),
            ReplyToId = "1",
            Text = "news",
            ServiceUrl = serviceUrl,
            Conversation = new() { Id = Conversation.ConversationId, TenantId = "t1" },
        })),
        Stop);
}

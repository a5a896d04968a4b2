using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.BotConnector;
using SmartFlexBot.Tests.Channels.DirectLine;

namespace SmartFlexBot.Tests.Channels.BotConnector.Sending;

/// <summary>One delivery to a connector, over HTTP, and what the delivery lane is told of it.</summary>
public sealed class ConnectorOutboundTests
{
    private static readonly ConversationKey Conversation = new("test", "c1");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly InMemoryConversations _log;

    public ConnectorOutboundTests() => _log = new(_time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Mon, 01 Mar 2027 09:05:00 GMT", 300)]
    [InlineData("Mon, 01 Mar 2027 08:05:00 GMT", 2)]
    [InlineData("soon", 2)]
    [InlineData(null, 2)]
    public async Task A_connector_is_left_alone_as_long_as_it_says(string? retryAfter, int seconds)
    {
        await using var connector = await RecordingConnector.StartAsync();
        connector.Statuses.Enqueue(429);
        connector.RetryAfter = retryAfter;

        (await DeliverAsync(Entry(connector.Address))).ShouldBeOfType<Delivery.Retry>().After.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(9, typeof(Delivery.Retry))]
    [InlineData(11, typeof(Delivery.GivenUp))]
    public async Task What_nobody_could_take_for_ten_minutes_is_given_up(int minutes, Type outcome)
    {
        await using var connector = await RecordingConnector.StartAsync();
        connector.Statuses.Enqueue(503);
        var entry = Entry(connector.Address);
        _time.Advance(TimeSpan.FromMinutes(minutes));

        (await DeliverAsync(entry)).ShouldBeOfType(outcome);
    }

    [Fact]
    public async Task A_connector_that_cannot_be_reached_is_tried_again()
    {
        string closed;
        await using (var connector = await RecordingConnector.StartAsync())
        {
            closed = connector.Address;
        }

        (await DeliverAsync(Entry(closed))).ShouldBeOfType<Delivery.Retry>().Reason.ShouldContain("cannot be reached");
    }

    [Fact]
    public async Task What_answers_nothing_goes_where_the_customer_last_wrote_from()
    {
        await using var old = await RecordingConnector.StartAsync();
        await using var last = await RecordingConnector.StartAsync();
        await WroteAsync("first", old.Address);
        await WroteAsync("second", last.Address);

        (await DeliverAsync(Entry(serviceUrl: null, sequence: 3))).ShouldBeOfType<Delivery.Delivered>();

        var (path, activity) = await last.NextAsync();
        path.ShouldBe("/v3/conversations/c1/activities");
        activity["text"]!.GetValue<string>().ShouldBe("news");
        activity["serviceUrl"]!.GetValue<string>().ShouldBe(last.Address);
        activity["conversation"]!["tenantId"]!.GetValue<string>().ShouldBe("t1");
        activity["from"]!["id"]!.GetValue<string>().ShouldBe("28:bot");
        activity["recipient"]!["aadObjectId"]!.GetValue<string>().ShouldBe("person-1");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://user@127.0.0.1:9/")]
    public async Task Nothing_is_sent_to_what_is_no_address_on_this_machine(string? serviceUrl)
    {
        await WroteAsync("hi", serviceUrl: null);

        (await DeliverAsync(Entry(serviceUrl))).ShouldBeOfType<Delivery.GivenUp>().Reason.ShouldContain("service URL");
    }

    private async Task WroteAsync(string text, string? serviceUrl)
    {
        await _log.OpenAsync(Conversation, new("u1", null, null, null), Stop);
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Text = text,
            ServiceUrl = serviceUrl,
            From = new() { Id = "29:customer", AadObjectId = "person-1" },
            Recipient = new() { Id = "28:bot" },
            Conversation = new() { Id = "c1", TenantId = "t1" },
        };
        await _log.AcceptAsync(Conversation, new(activity, text, Logged: true), Stop);
    }

    private LogEntry Entry(string? serviceUrl, long sequence = 1) => new(sequence, ActivityJson.Write(new()
    {
        Type = ActivityTypes.Message,
        Id = $"c1|{sequence:0000000}",
        Timestamp = _time.GetUtcNow(),
        Text = "news",
        ServiceUrl = serviceUrl,
    }));

    private Task<Delivery> DeliverAsync(LogEntry entry) =>
        Outbound.Of("test", new BotConnectorOptions(), _log, _time, TimeSpan.FromSeconds(15)).DeliverAsync(Conversation, entry, Stop);
}

using System.Net;
using System.Net.Http.Headers;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.BotConnector;

namespace SmartFlexBot.Tests.Channels.BotConnector;

/// <summary>Bot protocol B3: posting is not idempotent, so only what was certainly not delivered is sent again.</summary>
public sealed class ConnectorOutcomeTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(200, typeof(Delivery.Delivered))]
    [InlineData(201, typeof(Delivery.Delivered))]
    [InlineData(202, typeof(Delivery.Delivered))]
    [InlineData(412, typeof(Delivery.Retry))]
    [InlineData(429, typeof(Delivery.Retry))]
    [InlineData(503, typeof(Delivery.Retry))]
    [InlineData(307, typeof(Delivery.GivenUp))]
    [InlineData(400, typeof(Delivery.GivenUp))]
    [InlineData(401, typeof(Delivery.GivenUp))]
    [InlineData(403, typeof(Delivery.GivenUp))]
    [InlineData(404, typeof(Delivery.GivenUp))]
    [InlineData(408, typeof(Delivery.GivenUp))]
    [InlineData(413, typeof(Delivery.GivenUp))]
    [InlineData(500, typeof(Delivery.GivenUp))]
    [InlineData(502, typeof(Delivery.GivenUp))]
    [InlineData(504, typeof(Delivery.GivenUp))]
    public void A_status_has_one_meaning(int status, Type outcome) =>
        ConnectorOutcome.Of((HttpStatusCode)status, null, Now).ShouldBeOfType(outcome);

    [Fact]
    public void A_connector_says_when_to_come_back_in_seconds_or_as_a_date()
    {
        Pause(new(TimeSpan.FromSeconds(7))).ShouldBe(TimeSpan.FromSeconds(7));
        Pause(new(Now.AddSeconds(9))).ShouldBe(TimeSpan.FromSeconds(9));

        static TimeSpan Pause(RetryConditionHeaderValue retryAfter) =>
            ConnectorOutcome.Of(HttpStatusCode.TooManyRequests, retryAfter, Now).ShouldBeOfType<Delivery.Retry>().After;
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(503)]
    public void Who_says_no_time_or_one_that_is_over_is_left_alone_for_two_seconds(int status)
    {
        var twoSeconds = TimeSpan.FromSeconds(2);

        After(null).ShouldBe(twoSeconds);
        After(new(Now.AddSeconds(-9))).ShouldBe(twoSeconds);

        TimeSpan After(RetryConditionHeaderValue? retryAfter) =>
            ConnectorOutcome.Of((HttpStatusCode)status, retryAfter, Now).ShouldBeOfType<Delivery.Retry>().After;
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, typeof(Delivery.Retry))]
    [InlineData(HttpRequestError.NameResolutionError, typeof(Delivery.Retry))]
    [InlineData(HttpRequestError.SecureConnectionError, typeof(Delivery.Retry))]
    [InlineData(HttpRequestError.ResponseEnded, typeof(Delivery.GivenUp))]
    [InlineData(HttpRequestError.InvalidResponse, typeof(Delivery.GivenUp))]
    [InlineData(HttpRequestError.Unknown, typeof(Delivery.GivenUp))]
    public void Only_a_connection_that_never_was_is_tried_again(HttpRequestError error, Type outcome) =>
        ConnectorOutcome.Of(new HttpRequestException(error)).ShouldBeOfType(outcome);

    [Fact]
    public void No_answer_in_time_is_not_tried_again() =>
        ConnectorOutcome.Of(new TaskCanceledException()).ShouldBeOfType<Delivery.GivenUp>();
}

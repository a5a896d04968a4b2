using System.Net;
using System.Net.Http.Headers;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.BotConnector.Sending;

namespace SmartFlexBot.Tests.Channels.BotConnector.Sending;

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
    [InlineData(404, typeof(Delivery.Unreachable))]
    [InlineData(405, typeof(Delivery.GivenUp))]
    [InlineData(408, typeof(Delivery.Uncertain))]
    [InlineData(413, typeof(Delivery.GivenUp))]
    [InlineData(500, typeof(Delivery.Uncertain))]
    [InlineData(502, typeof(Delivery.Uncertain))]
    [InlineData(504, typeof(Delivery.Uncertain))]
    public void A_status_has_one_meaning(int status, Type outcome) =>
        ConnectorOutcome.Of((HttpStatusCode)status, null, null, Now).ShouldBeOfType(outcome);

    [Theory]
    [InlineData(403, "MessageWritesBlocked", typeof(Delivery.Unreachable))]
    [InlineData(403, "BotNotInConversationRoster", typeof(Delivery.Unreachable))]
    [InlineData(403, "BotDisabledByUser", typeof(Delivery.Unreachable))]
    [InlineData(403, "NotEnoughPermissions", typeof(Delivery.GivenUp))]
    [InlineData(404, "ConversationNotFound", typeof(Delivery.Unreachable))]
    [InlineData(404, "ActivityNotFoundInConversation", typeof(Delivery.GivenUp))]
    [InlineData(413, "MessageSizeTooBig", typeof(Delivery.GivenUp))]
    [InlineData(429, "MessageWritesBlocked", typeof(Delivery.Retry))]
    public void Of_refusals_the_code_tells_whether_anybody_is_there(int status, string code, Type outcome) =>
        ConnectorOutcome.Of((HttpStatusCode)status, code, null, Now).ShouldBeOfType(outcome);

    [Fact]
    public void A_connector_says_when_to_come_back_in_seconds_or_as_a_date()
    {
        Pause(new(TimeSpan.FromSeconds(7))).ShouldBe(TimeSpan.FromSeconds(7));
        Pause(new(Now.AddSeconds(9))).ShouldBe(TimeSpan.FromSeconds(9));

        static TimeSpan Pause(RetryConditionHeaderValue retryAfter) =>
            ConnectorOutcome.Of(HttpStatusCode.TooManyRequests, null, retryAfter, Now).ShouldBeOfType<Delivery.Retry>().After;
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
            ConnectorOutcome.Of((HttpStatusCode)status, null, retryAfter, Now).ShouldBeOfType<Delivery.Retry>().After;
    }

    [Fact]
    public void Without_an_answer_only_what_cannot_have_left_is_sent_again()
    {
        ConnectorOutcome.OfSilence(hasLeft: false).ShouldBeOfType<Delivery.Retry>();
        ConnectorOutcome.OfSilence(hasLeft: true).ShouldBeOfType<Delivery.Uncertain>();
    }
}

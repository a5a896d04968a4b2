using System.Net;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Web.Webhooks;

namespace SmartFlexBot.Tests.Web.Webhooks;

public sealed class WebhookAnswerTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120)]
    [InlineData("86400", 3600)]
    [InlineData("Mon, 01 Mar 2027 09:01:30 GMT", 90)]
    [InlineData(null, 0)]
    public void A_wish_to_wait_is_heeded_up_to_an_hour(string? retryAfter, int seconds)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);

        WebhookAnswer.Read(response, Now).ShouldBe(new EventReceipt.Later(TimeSpan.FromSeconds(seconds), "HTTP 429"));
    }

    [Fact]
    public void The_reason_is_the_status_alone()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("account A-1 is unknown") };

        WebhookAnswer.Read(response, Now).ShouldBe(new EventReceipt.Refused("HTTP 400"));
    }
}

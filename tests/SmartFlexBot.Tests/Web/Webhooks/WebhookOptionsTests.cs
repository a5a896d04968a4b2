using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Web.Webhooks;

namespace SmartFlexBot.Tests.Web.Webhooks;

public sealed class WebhookOptionsTests
{
    private static readonly string Long = new('s', 32);

    [Theory]
    [InlineData(null, 0, null)]
    [InlineData("https://example.com/hooks", 32, null)]
    [InlineData("http://localhost:9/hooks", 32, null)]
    [InlineData("https://example.com/hooks", 31, "Webhook:Secret")]
    [InlineData("http://example.com/hooks", 32, "Webhook:Url must begin with https")]
    [InlineData("hooks", 32, "Webhook:Url must be a whole address")]
    public void An_address_is_safe_and_has_a_secret(string? url, int secret, string? named)
    {
        var options = new WebhookOptions { Url = url is null ? null : new(url, UriKind.RelativeOrAbsolute), Secret = Long[..secret] };
        var result = new WebhookOptionsCheck().Validate(null, options);
        result.Succeeded.ShouldBe(named is null);
        (result.FailureMessage ?? "").ShouldContain(named ?? "");
    }

    [Theory]
    [InlineData(200, "Taken")]
    [InlineData(299, "Taken")]
    [InlineData(300, "Refused")]
    [InlineData(400, "Refused")]
    [InlineData(408, "Later")]
    [InlineData(409, "Refused")]
    [InlineData(425, "Later")]
    [InlineData(429, "Later")]
    [InlineData(499, "Refused")]
    [InlineData(500, "Later")]
    [InlineData(503, "Later")]
    public void A_status_has_one_meaning(int status, string meaning)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        var receipt = WebhookAnswer.Read(response, DateTimeOffset.UnixEpoch);
        receipt.GetType().Name.ShouldBe(meaning);
        if (receipt is EventReceipt.Later later)
        {
            later.ShouldBe(new(TimeSpan.Zero, $"HTTP {status}"));
        }
    }

    [Fact]
    public void A_supplier_has_ten_seconds()
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddWebhooks().BuildServiceProvider();
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(JourneyWebhook.ClientName);
        client.Timeout.ShouldBe(TimeSpan.FromSeconds(10));
    }
}

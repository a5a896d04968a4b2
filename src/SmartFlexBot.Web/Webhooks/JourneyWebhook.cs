using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Web.Webhooks;

/// <summary>
/// Calls the supplier when something happened in a journey, such as journey.live, for their own mail or push. The body is signed:
/// header <c>X-SmartFlexBot-Signature: sha256=</c> and the lower-case hex HMAC-SHA256 of the raw body under Webhook:Secret. Delivered
/// at least once; <c>id</c> stays the same when it is delivered again.
/// </summary>
public sealed class JourneyWebhook(IHttpClientFactory clients, IOptions<WebhookOptions> options, TimeProvider time) : IBusinessEventSink
{
    public const string ClientName = "webhook";

    public async Task<EventReceipt> TakeAsync(BusinessEvent businessEvent, CancellationToken cancellationToken)
    {
        if (options.Value.Url is not { } url)
        {
            return new EventReceipt.Taken();
        }

        if (Body(businessEvent) is not { } body)
        {
            return new EventReceipt.Refused("its content is not JSON");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.Secret), body);
        request.Headers.Add("X-SmartFlexBot-Signature", $"sha256={Convert.ToHexStringLower(signature)}");
        try
        {
            using var response = await clients.CreateClient(ClientName).SendAsync(request, cancellationToken);
            return WebhookAnswer.Read(response, time.GetUtcNow());
        }
        catch (Exception problem) when (IsPassing(problem) && !cancellationToken.IsCancellationRequested)
        {
            return new EventReceipt.Later(TimeSpan.Zero, problem is HttpRequestException ? "it cannot be reached" : "it does not answer");
        }
    }

    private static bool IsPassing(Exception problem) => problem is HttpRequestException or TaskCanceledException;

    private static byte[]? Body(BusinessEvent businessEvent)
    {
        try
        {
            return Encoding.UTF8.GetBytes(new JsonObject
            {
                ["id"] = businessEvent.Key,
                ["type"] = businessEvent.Name,
                ["data"] = JsonNode.Parse(businessEvent.Json),
            }.ToJsonString());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

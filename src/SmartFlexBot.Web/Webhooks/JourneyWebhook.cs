using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Web.Webhooks;

/// <summary>
/// Calls the supplier when something happened in a journey, such as journey.live, for their own mail or push. The body is signed:
/// header <c>X-SmartFlexBot-Signature: sha256=</c> and the lower-case hex HMAC-SHA256 of the raw body under Webhook:Secret. Delivered
/// at least once; <c>id</c> stays the same when it is delivered again.
/// </summary>
public sealed partial class JourneyWebhook(IHttpClientFactory clients, IOptions<WebhookOptions> options, ILogger<JourneyWebhook> logger)
    : IBusinessEventSink
{
    public const string ClientName = "webhook";

    public async Task<bool> TakeAsync(BusinessEvent businessEvent, CancellationToken cancellationToken)
    {
        if (options.Value.Url is not { } url)
        {
            return true;
        }

        var body = Encoding.UTF8.GetBytes(new JsonObject
        {
            ["id"] = businessEvent.Key,
            ["type"] = businessEvent.Name,
            ["data"] = JsonNode.Parse(businessEvent.Json),
        }.ToJsonString());
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.Secret), body);
        request.Headers.Add("X-SmartFlexBot-Signature", $"sha256={Convert.ToHexStringLower(signature)}");
        try
        {
            using var response = await clients.CreateClient(ClientName).SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return true;
            }

            LogRefused(businessEvent.Name, (int)response.StatusCode);
        }
        catch (Exception problem) when (IsNoAnswer(problem, cancellationToken))
        {
            LogRefused(businessEvent.Name, 0);
        }

        return false;
    }

    private static bool IsNoAnswer(Exception problem, CancellationToken cancellationToken) =>
        problem is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested;

    [LoggerMessage(1, LogLevel.Warning, "The supplier's webhook did not take {Name}: status {Status}. It is offered again.")]
    private partial void LogRefused(string name, int status);
}

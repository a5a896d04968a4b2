using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;

namespace SmartFlexBot.Web.Webhooks;

/// <summary>
/// Calls the supplier when something happened in a journey, such as journey.live, for their own mail or push, signed as
/// <see cref="WebhookSignature"/> says. Delivered at least once; <c>id</c> and <c>webhook-id</c> stay the same when it is delivered again.
/// </summary>
/// <param name="wall">The wall clock itself: the supplier compares it with theirs.</param>
public sealed class JourneyWebhook(
    IHttpClientFactory clients, IOptions<WebhookOptions> options, [FromKeyedServices(SteadyTime.Wall)] TimeProvider wall)
    : IBusinessEventSink
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

        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        WebhookSignature.Sign(request, options.Value.Secret, businessEvent.Key, body, wall.GetUtcNow());
        try
        {
            using var response = await clients.CreateClient(ClientName).SendAsync(request, cancellationToken);
            return WebhookAnswer.Read(response, wall.GetUtcNow());
        }
        catch (Exception problem) when (IsPassing(problem) && !cancellationToken.IsCancellationRequested)
        {
            return new EventReceipt.Later(TimeSpan.Zero, problem is HttpRequestException ? "it cannot be reached" : "it does not answer");
        }
    }

    private static bool IsPassing(Exception problem) => problem is HttpRequestException or TaskCanceledException;

    private static string? Body(BusinessEvent businessEvent)
    {
        try
        {
            return new JsonObject
            {
                ["id"] = businessEvent.Key,
                ["type"] = businessEvent.Name,
                ["data"] = JsonNode.Parse(businessEvent.Json),
            }.ToJsonString();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

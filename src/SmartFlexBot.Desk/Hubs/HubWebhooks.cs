using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Desk.Hubs;

/// <summary>What all hubs' webhooks have in common once it is known who calls.</summary>
internal static class HubWebhooks
{
    /// <returns>Null for what is no JSON of that shape.</returns>
    public static T? Read<T>(byte[] body, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A call is answered when it is stored. One that cannot be stored may come again.</summary>
    public static async Task<IResult> WhenStoredAsync(Func<Task> store)
    {
        try
        {
            await store();
            return Results.Ok();
        }
        catch (Exception unstored) when (unstored is StoreBusyException or StoreUnavailableException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}

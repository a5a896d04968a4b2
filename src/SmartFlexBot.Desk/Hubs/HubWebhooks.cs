using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Desk.Hubs;

/// <summary>What all hubs' webhooks have in common once it is known who calls.</summary>
internal static partial class HubWebhooks
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

    /// <summary>A chat that is over can be harmed by no answer: a refusal that could not be told may come again.</summary>
    public static async Task<IResult> WhenRefusedAsync(Func<Task> refuse, ILogger logger, string handOver)
    {
        try
        {
            await refuse();
            return Results.Ok();
        }
        catch (HubException problem)
        {
            LogNotTold(logger, handOver, problem.Message);
            return problem.Problem == HubProblem.Passing ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.Ok();
        }
    }

    [LoggerMessage(10, LogLevel.Warning,
        "An agent wrote in hand-over {HandOver}, which is over, and could not be told so ({Reason}).")]
    private static partial void LogNotTold(ILogger logger, string handOver, string reason);
}

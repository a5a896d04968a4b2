using System.Text.Json.Serialization;
using SmartFlexBot.Conversations.Events;

namespace SmartFlexBot.Web.Operations;

/// <summary>
/// GET /operations/dead-letters shows the business events that the webhook refused for good; POST …/retry offers all of them again, or
/// the one that "id" in the query names.
/// </summary>
internal static class DeadLetterEndpoints
{
    private const int Most = 100;

    public static void MapDeadLetters(this RouteGroupBuilder operations)
    {
        operations.MapGet("/dead-letters", ListAsync);
        operations.MapPost("/dead-letters/retry", RetryAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, DeadLetters letters)
    {
        context.Response.Headers.CacheControl = "no-store";
        var oldest = await letters.ReadAsync(Most);
        return Results.Json(
            new DeadLetterList(
                await letters.CountAsync(),
                [.. oldest.Select(letter => new DeadLetter(letter.Key, letter.Name, letter.Attempts, letter.RecordedAt, letter.Reason))]),
            OperationsJson.Default.DeadLetterList);
    }

    private static async Task<IResult> RetryAsync(DeadLetters letters, string? id) =>
        Results.Json(new Retried(await letters.RetryAsync(id)), OperationsJson.Default.Retried);
}

/// <param name="Events">The oldest hundred.</param>
internal sealed record DeadLetterList(int Count, IReadOnlyList<DeadLetter> Events);

/// <param name="Id">As in the webhook's body.</param>
internal sealed record DeadLetter(string Id, string Type, int Attempts, DateTimeOffset RecordedAt, string Reason);

/// <param name="Count">How many are offered again.</param>
internal sealed record Retried(int Count);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DeadLetterList))]
[JsonSerializable(typeof(Retried))]
internal sealed partial class OperationsJson : JsonSerializerContext;

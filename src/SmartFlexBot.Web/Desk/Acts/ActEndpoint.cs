using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Web.Desk.Acts;

/// <summary>POST /desk/chats/{id}/acts: what an agent does in a chat. The client's id makes a repeated one count once.</summary>
internal static class ActEndpoint
{
    private const int LongestId = 64;

    public static async Task<IResult> ActAsync(HttpContext context, DeskVisit visit, string id, IDesk desk)
    {
        if (await ReadAsync(context) is not var (clientId, act))
        {
            return PageError.Result(StatusCodes.Status400BadRequest, "BadArgument",
                "Send {\"clientId\":\"…\",\"act\":{\"do\":\"claim\"}} with an id of at most 64 characters, new for each act.");
        }

        return Answer(await desk.ActAsync(visit.Agent, id, clientId, act, context.RequestAborted));
    }

    public static IResult Answer(DeskAnswer answer) => answer switch
    {
        DeskAnswer.Done done => Answer(StatusCodes.Status200OK, "Done", done.Now),
        DeskAnswer.Refused { Why: DeskRefusal.Unknown } => Answer(StatusCodes.Status404NotFound, nameof(DeskRefusal.Unknown), null),
        DeskAnswer.Refused refused => Answer(StatusCodes.Status409Conflict, refused.Why.ToString(), refused.Now),
        // It is stored; the page asks again with the same id.
        _ => Answer(StatusCodes.Status202Accepted, "Pending", null),
    };

    private static async Task<(string ClientId, DeskAct Act)?> ReadAsync(HttpContext context)
    {
        try
        {
            var request = await BodyAsync(context, DeskPageJson.Default.ActRequest);
            return request is { ClientId: { Length: > 0 and <= LongestId } clientId }
                && request.Act?.Deserialize(DeskJson.Default.DeskAct) is { } act ? (clientId, act) : null;
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <exception cref="JsonException">It is no JSON of that shape.</exception>
    public static ValueTask<T?> BodyAsync<T>(HttpContext context, JsonTypeInfo<T> type) =>
        JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted);

    private static IResult Answer(int status, string code, HandOver? now) =>
        Results.Json(new ActAnswer(code, now?.Owner?.Name), DeskPageJson.Default.ActAnswer, statusCode: status);
}

/// <param name="ClientId">Names the act for ever.</param>
internal sealed record ActRequest(string? ClientId, JsonElement? Act);

/// <param name="Code">"Done", "Pending", or why not.</param>
/// <param name="By">Whose chat it is now; null for nobody's.</param>
internal sealed record ActAnswer(string Code, string? By);

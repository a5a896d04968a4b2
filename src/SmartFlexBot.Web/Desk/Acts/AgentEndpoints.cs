using System.Text.Json;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Web.Desk.SignIn;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Web.Desk.Acts;

/// <summary>What an agent says of themselves: still here, on a break, in another language, gone.</summary>
internal static class AgentEndpoints
{
    public static void MapAgent(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/stay", StayAsync);
        desk.MapPost("/presence", AttendAsync);
        desk.MapPost("/language", SpeakAsync);
        desk.MapPost("/sign-out", LeaveAsync);
        desk.MapPost("/chats/{id}/typing", TypeAsync);
    }

    /// <summary>The agent's own input: their idle time begins anew.</summary>
    private static async Task<IResult> StayAsync(HttpContext context, DeskVisit visit, DeskSession session)
    {
        await session.TouchAsync(context);
        return Results.NoContent();
    }

    private static async Task<IResult> AttendAsync(HttpContext context, DeskVisit visit, DeskPresences presences)
    {
        DeskPresence? state = await ChoiceAsync(context) switch
        {
            nameof(DeskPresence.Available) => DeskPresence.Available,
            nameof(DeskPresence.Away) => DeskPresence.Away,
            _ => null,
        };
        if (state is not { } chosen)
        {
            return PageError.Result(StatusCodes.Status400BadRequest, "BadArgument", "Send {\"choice\":\"Available\"} or \"Away\".");
        }

        await presences.AttendAsync(visit.Agent, chosen, context.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> SpeakAsync(HttpContext context, DeskVisit visit, DeskSession session)
    {
        if (PageLanguages.Match(await ChoiceAsync(context)) is not { } language)
        {
            return PageError.Result(StatusCodes.Status400BadRequest, "BadArgument",
                $"Send {{\"choice\":\"en\"}} or another of {string.Join(", ", PageLanguages.All)}.");
        }

        await session.TouchAsync(context, language);
        return Results.NoContent();
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, DeskVisit visit, DeskPresences presences, DeskSession session)
    {
        await presences.AttendAsync(visit.Agent, DeskPresence.Gone, context.RequestAborted);
        await session.EndAsync(context);
        return Results.NoContent();
    }

    private static async Task<IResult> TypeAsync(HttpContext context, DeskVisit visit, string id, IDesk desk)
    {
        await desk.TypeAsync(visit.Agent, id, context.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<string?> ChoiceAsync(HttpContext context)
    {
        try
        {
            return (await ActEndpoint.BodyAsync(context, DeskPageJson.Default.ChoiceRequest))?.Choice;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal sealed record ChoiceRequest(string? Choice);

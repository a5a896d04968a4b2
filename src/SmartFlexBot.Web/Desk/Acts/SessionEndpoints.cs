using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Web.Desk.SignIn;

namespace SmartFlexBot.Web.Desk.Acts;

/// <summary>Who is signed in, as supervisors see it in the overview: they can end it.</summary>
internal static partial class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder desk, DeskForm form) =>
        desk.MapPost("/sessions/{id}/end", EndAsync).RequireAuthorization(DeskPolicies.Supervisor).AddEndpointFilter(form);

    /// <summary>Of somebody else, or one's own elsewhere: a form of the overview.</summary>
    private static async Task<IResult> EndAsync(
        HttpContext context, DeskVisit visit, string id, DeskSessions sessions, DeskPresences presences, ILogger<DeskSessions> logger)
    {
        if (await sessions.FindAsync(id, context.RequestAborted) is { } session)
        {
            await sessions.EndAsync(id, context.RequestAborted);
            await presences.AttendAsync(session.Agent, DeskPresence.Gone, context.RequestAborted);
            LogEnded(logger, visit.Agent.Id, session.Agent.Id);
        }

        context.Response.Headers.Location = $"{DeskPaths.Desk}/overview";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    [LoggerMessage(1, LogLevel.Information, "Supervisor {Supervisor} has signed agent {Agent} out.")]
    private static partial void LogEnded(ILogger logger, string supervisor, string agent);
}

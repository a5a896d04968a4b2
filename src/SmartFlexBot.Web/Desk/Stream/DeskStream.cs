using System.Text.Json;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Web.Desk.Acts;
using SmartFlexBot.Web.Desk.SignIn;

namespace SmartFlexBot.Web.Desk.Stream;

/// <summary>
/// GET /desk/events: the one stream of a page (Server-Sent Events). It tells that something has changed and where, and nothing of what:
/// that is read then, by who may read it then. It ends by itself after a while, so that whoever comes back is looked at again.
/// </summary>
internal sealed class DeskStream(
    IDesk desk, DeskPresences presences, DeskSessions sessions, TimeProvider time, IHostApplicationLifetime host)
{
    /// <summary>A proxy cuts what is silent; a browser notices a line that is dead.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>How often the agent counts as here.</summary>
    private static readonly TimeSpan Sign = TimeSpan.FromSeconds(20);

    /// <summary>How often it is looked whether the session lasts.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="after">Where the page is, at a first call; a browser that comes back says so itself, in Last-Event-ID.</param>
    /// <param name="chat">The chat that is open.</param>
    public async Task FollowAsync(HttpContext context, DeskVisit visit, string? after, string? chat)
    {
        var length = visit.EndsAt - visit.Now < Longest ? visit.EndsAt - visit.Now : Longest;
        using var end = new CancellationTokenSource(length, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(
            end.Token, context.RequestAborted, host.ApplicationStopping);
        using var lines = new EventLines(context.Response);
        lines.SetHeaders();
        try
        {
            await Task.WhenAll(
                SendAsync(lines, visit, CursorOf(context, after), chat, any),
                RepeatAsync(Silence, lines.WriteCommentAsync, any),
                RepeatAsync(Sign, token => SayThatHereAsync(visit, token), any),
                RepeatAsync(Look, token => EndWithSessionAsync(lines, visit, any, token), any));
        }
        catch (OperationCanceledException) when (any.IsCancellationRequested)
        {
            // The page has gone, or comes back at once.
        }
    }

    private static DeskCursor CursorOf(HttpContext context, string? after) =>
        DeskCursor.Parse(context.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : after);

    private async Task SendAsync(
        EventLines lines, DeskVisit visit, DeskCursor after, string? chat, CancellationTokenSource any)
    {
        try
        {
            await foreach (var happened in desk.WatchAsync(after, chat, any.Token))
            {
                var change = JsonSerializer.Serialize(StreamChange.Of(happened, visit.Agent, chat), DeskPageJson.Default.StreamChange);
                await lines.WriteAsync(happened.Cursor.ToString(), "change", change, any.Token);
            }
        }
        finally
        {
            // Without it the others would keep an empty line alive.
            await any.CancelAsync();
        }
    }

    private async Task SayThatHereAsync(DeskVisit visit, CancellationToken cancellationToken) => await presences.AttendAsync(
        visit.Agent, DeskPresences.StateOf(visit.Agent, await desk.ReadBoardAsync(cancellationToken)), cancellationToken);

    /// <summary>Signed out elsewhere, or by a supervisor: the page is told to leave.</summary>
    private async Task EndWithSessionAsync(
        EventLines lines, DeskVisit visit, CancellationTokenSource any, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(visit.Session, cancellationToken) is null)
        {
            await lines.WriteEndAsync(cancellationToken);
            await any.CancelAsync();
        }
    }

    /// <summary>Now, and again and again.</summary>
    private async Task RepeatAsync(TimeSpan every, Func<CancellationToken, Task> act, CancellationTokenSource any)
    {
        try
        {
            using var timer = new PeriodicTimer(every, time);
            do
            {
                await act(any.Token);
            }
            while (await timer.WaitForNextTickAsync(any.Token));
        }
        finally
        {
            await any.CancelAsync();
        }
    }
}

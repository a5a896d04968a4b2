using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Web.Desk.Pages;

/// <summary>Parts of the desk's page, read anew when something has changed.</summary>
internal static class PartEndpoints
{
    public static void MapParts(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/queue", ShowQueueAsync);
        desk.MapGet("/chats/{id}", ShowChatAsync);
        desk.MapGet("/chats/{id}/parts", ShowPartsAsync);
        desk.MapGet("/chats/{id}/lines", ShowLinesAsync);
        desk.MapGet("/chats/{id}/pack", ShowPackAsync);
    }

    private static async Task<IResult> ShowQueueAsync(HttpContext context, DeskVisit visit, IDesk desk) => DeskHtml.Of<Queue>(
        context, new QueueView(visit.Words, visit.Agent, await desk.ReadBoardAsync(context.RequestAborted), visit.Now));

    private static async Task<IResult> ShowChatAsync(HttpContext context, DeskVisit visit, string id, IDesk desk)
    {
        if (await ViewAsync(context, visit, id, desk) is not { } view)
        {
            return Results.NotFound();
        }

        await desk.LookAsync(visit.Agent, id, DeskLookedAt.Chat, context.RequestAborted);
        var board = await desk.ReadBoardAsync(context.RequestAborted);
        return DeskHtml.Of<Chat>(context, view with
        {
            Looks = visit.Agent.IsSupervisor ? await desk.ReadLooksAsync(id, context.RequestAborted) : [],
            Lines = await LinesAsync(context, id, after: 0, desk),
            Replies = view.Rights == ChatRights.Write ? await desk.ReadRepliesAsync(id, context.RequestAborted) : [],
            Colleagues = [.. board.Agents.Where(agent => agent.Id != visit.Agent.Id && agent.IsHere(visit.Now))],
        });
    }

    private static async Task<IResult> ShowPartsAsync(HttpContext context, DeskVisit visit, string id, IDesk desk) =>
        await ViewAsync(context, visit, id, desk) is { } view ? DeskHtml.Of<ChatParts>(context, view) : Results.NotFound();

    /// <param name="after">The last line that the page has.</param>
    private static async Task<IResult> ShowLinesAsync(HttpContext context, DeskVisit visit, string id, IDesk desk, long after = 0) =>
        await ViewAsync(context, visit, id, desk) is { } view
            ? DeskHtml.Of<Lines>(context, view with { Lines = await LinesAsync(context, id, after, desk) })
            : Results.NotFound();

    private static async Task<IResult> ShowPackAsync(HttpContext context, DeskVisit visit, string id, IDesk desk)
    {
        var chat = await desk.FindChatAsync(id, context.RequestAborted);
        if (chat is not null)
        {
            await desk.LookAsync(visit.Agent, id, DeskLookedAt.Pack, context.RequestAborted);
        }

        return chat is not null && await desk.ReadPackAsync(id, visit.Words.Language, context.RequestAborted) is { } pack
            ? DeskHtml.Of<PackPart>(context, new PackView(visit.Words, pack, chat.HandOver.Owner?.Id == visit.Agent.Id))
            : Results.NotFound();
    }

    private static async Task<ChatView?> ViewAsync(HttpContext context, DeskVisit visit, string id, IDesk desk) =>
        await desk.FindChatAsync(id, context.RequestAborted) is { } chat
            ? new(visit.Words, visit.Agent, chat, visit.Now, Lines: [], Replies: [], Colleagues: [])
            : null;

    /// <summary>A thread comes in pages: all of them.</summary>
    private static async Task<IReadOnlyList<ThreadLine>> LinesAsync(HttpContext context, string id, long after, IDesk desk)
    {
        var lines = new List<ThreadLine>();
        while (await desk.ReadThreadAsync(id, after, context.RequestAborted) is { Count: > 0 } page)
        {
            lines.AddRange(page);
            after = page[^1].Sequence;
        }

        return lines;
    }
}

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using SmartFlexBot.Desk;
using SmartFlexBot.Web.Desk.Acts;
using SmartFlexBot.Web.Desk.SignIn;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Web.Desk.Pages;

/// <summary>The whole pages: the desk, the search by account, and what supervisors look at.</summary>
internal static class PageEndpoints
{
    private const int LongestAccount = 100;
    private static readonly int[] Days = [1, 7, 30];

    public static void MapPages(this IEndpointRouteBuilder desk, DeskForm form)
    {
        desk.MapGet("", ShowDeskAsync);
        desk.MapGet("/search", ShowSearch);
        desk.MapPost("/search", SearchAsync).AddEndpointFilter(form);
        desk.MapGet("/overview", ShowOverviewAsync).RequireAuthorization(DeskPolicies.Supervisor);
    }

    private static async Task<IResult> ShowDeskAsync(
        HttpContext context, DeskVisit visit, IDesk desk, IOptions<DeskOptions> options, IAntiforgery antiforgery)
    {
        var board = await desk.ReadBoardAsync(context.RequestAborted);
        return DeskHtml.Of<DeskPage>(context, new DeskView(
            new QueueView(visit.Words, visit.Agent, board, visit.Now), DeskPresences.StateOf(visit.Agent, board), options.Value.Capacity,
            PageLanguages.All, options.Value.IdleTime, options.Value.IdleWarning, DeskHtml.ProofOf(context, antiforgery)));
    }

    private static IResult ShowSearch(HttpContext context, DeskVisit visit, IAntiforgery antiforgery)
    {
        var proof = antiforgery.GetAndStoreTokens(context);
        return DeskHtml.Of<SearchPage>(
            context, new SearchView(visit.Words, visit.Agent, proof.FormFieldName, proof.RequestToken!, Account: null, []));
    }

    /// <summary>The account comes in a form, so that no log of addresses has it.</summary>
    private static async Task<IResult> SearchAsync(HttpContext context, DeskVisit visit, IDesk desk, IAntiforgery antiforgery)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var account = form["account"].ToString().Trim();
        var found = account.Length is > 0 and <= LongestAccount ? await desk.FindByAccountAsync(account, context.RequestAborted) : [];
        var proof = antiforgery.GetAndStoreTokens(context);
        return DeskHtml.Of<SearchPage>(
            context, new SearchView(visit.Words, visit.Agent, proof.FormFieldName, proof.RequestToken!, account, found));
    }

    private static async Task<IResult> ShowOverviewAsync(
        HttpContext context, DeskVisit visit, IDesk desk, DeskSessions sessions, IAntiforgery antiforgery, int days = 1)
    {
        var chosen = Days.Contains(days) ? days : 1;
        var figures = await desk.ReadFiguresAsync(visit.Now - TimeSpan.FromDays(chosen), visit.Now, context.RequestAborted);
        var board = await desk.ReadBoardAsync(context.RequestAborted);
        var proof = antiforgery.GetAndStoreTokens(context);
        return DeskHtml.Of<OverviewPage>(context, new OverviewView(
            visit.Words, visit.Agent, figures, await desk.ReadOverdueAsync(context.RequestAborted), board.Agents,
            await sessions.ListAsync(context.RequestAborted), chosen, proof.FormFieldName, proof.RequestToken!));
    }
}

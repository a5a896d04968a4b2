using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using SmartFlexBot.Web.Desk.SignIn;
using SmartFlexBot.Web.Desk.Texts;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Web.Desk.Pages;

/// <summary>The way in: a page, and behind it the provider, or the form of the demo agents.</summary>
internal static class SignInEndpoints
{
    /// <summary>Why somebody may be here: what else an address says is not shown.</summary>
    private static readonly string[] Problems = ["role", "failed", "wrong", "idle", "over"];

    public static void MapSignIn(this IEndpointRouteBuilder desk, DeskAccess access, DeskForm form)
    {
        desk.MapGet("/sign-in", (HttpContext context, DeskPageTexts texts, IAntiforgery antiforgery, string? problem) =>
            Show(context, texts, antiforgery, access, problem));
        if (access == DeskAccess.Demo)
        {
            desk.MapPost("/sign-in", EnterAsync).AddEndpointFilter(form);
        }
        else
        {
            desk.MapGet("/sign-in/go", () => Results.Challenge(
                new AuthenticationProperties { RedirectUri = DeskPaths.Desk }, [DeskProvider.Scheme]));
        }
    }

    private static IResult Show(HttpContext context, DeskPageTexts texts, IAntiforgery antiforgery, DeskAccess access, string? problem)
    {
        var proof = antiforgery.GetAndStoreTokens(context);
        return DeskHtml.Of<SignInPage>(context, new SignInView(
            texts.In(PageLanguages.FromBrowser(context.Request)), Problems.Contains(problem) ? problem : null,
            access == DeskAccess.Demo ? DemoAgents.All : [], proof.FormFieldName, proof.RequestToken!));
    }

    private static async Task<IResult> EnterAsync(HttpContext context, DemoAgents agents, DeskSession session)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (agents.Find(form["agent"], form["password"]) is not { } agent)
        {
            return SeeOther(context, $"{DeskPaths.SignIn}?problem=wrong");
        }

        await session.BeginAsync(context, agent, PageLanguages.FromBrowser(context.Request));
        return SeeOther(context, DeskPaths.Desk);
    }

    private static IResult SeeOther(HttpContext context, string path)
    {
        context.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}

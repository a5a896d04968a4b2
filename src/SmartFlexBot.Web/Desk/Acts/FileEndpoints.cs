using Microsoft.AspNetCore.Mvc;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Web.Files;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Web.Desk.Acts;

/// <summary>
/// Files at the desk: POST /desk/chats/{id}/files/{clientId} sends one to the customer, its bytes being the whole body and its name a
/// header, so that no log of addresses has it; GET /desk/files/{fileId} shows one.
/// </summary>
internal static class FileEndpoints
{
    private const string NameHeader = "X-File-Name";
    private const int LongestId = 64;

    public static void MapFileReads(this IEndpointRouteBuilder desk) =>
        desk.MapGet("/files/{fileId}", ShowAsync);

    public static void MapFileSending(this IEndpointRouteBuilder changes) =>
        changes.MapPost("/chats/{id}/files/{clientId}", SendAsync)
            .WithMetadata(new RequestSizeLimitAttribute(DeskFileSettings.Most.Bytes));

    private static async Task<IResult> ShowAsync(HttpContext context, DeskVisit visit, string fileId, IDesk desk)
    {
        if (await desk.FindFileAsync(fileId, context.RequestAborted) is not { } file)
        {
            return Results.NotFound();
        }

        await desk.LookAsync(visit.Agent, file.HandOverId, DeskLookedAt.File, context.RequestAborted);
        return ChatFileAnswer.Of(context, file);
    }

    private static async Task<IResult> SendAsync(HttpContext context, DeskVisit visit, string id, string clientId, IDesk desk)
    {
        if (clientId.Length > LongestId)
        {
            return PageError.Result(StatusCodes.Status400BadRequest, "BadArgument", "The id is longer than 64 characters.");
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var name = Uri.UnescapeDataString(context.Request.Headers[NameHeader].ToString());
        return ActEndpoint.Answer(
            await desk.SendFileAsync(visit.Agent, id, clientId, name, body.ToArray(), context.RequestAborted));
    }
}

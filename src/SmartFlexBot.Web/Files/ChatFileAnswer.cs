using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Web.Files;

/// <summary>
/// A file that somebody sent along in a chat, as bytes that a browser shows as a picture or saves, and never runs: its type is the one that
/// we have told by its bytes, and the browser looks for no other (nosniff, which all answers have).
/// </summary>
internal static class ChatFileAnswer
{
    private const string Policy = "default-src 'none'; sandbox";

    public static IResult Of(HttpContext context, DeskFile file)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = Policy;
        headers["Cross-Origin-Resource-Policy"] = "same-site";
        return Results.Bytes(
            file.Content, DeskFileTypes.MediaTypeOf(file.Type), DeskFileTypes.IsPicture(file.Type) ? null : file.Name);
    }
}

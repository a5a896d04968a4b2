using Microsoft.AspNetCore.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>Files are not taken. 415 and not 501: clients take any 5xx for "perhaps it arrived" and try again (bot protocol D2).</summary>
internal sealed class UploadEndpoint(DirectLineAuthentication authentication)
{
    public async Task<IResult> RefuseAsync(HttpContext context, string conversationId)
    {
        await authentication.RequireTokenAsync(context.Request, conversationId);
        throw new DirectLineException(
            StatusCodes.Status415UnsupportedMediaType, "NotSupported", "Files are not accepted in this conversation.");
    }
}

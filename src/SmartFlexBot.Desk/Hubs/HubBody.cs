using Microsoft.AspNetCore.Http;

namespace SmartFlexBot.Desk.Hubs;

/// <summary>The raw body of a hub's call, up to a limit in bytes; a hub that is slow is cut off by the server's own least pace.</summary>
internal static class HubBody
{
    /// <summary>Chatwoot's largest message has 150,000 characters, and stands in its webhook twice.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <returns>Null when it is longer.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MostBytes)
        {
            return null;
        }

        using var taken = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            taken.Write(buffer, 0, read);
            if (taken.Length > MostBytes)
            {
                return null;
            }
        }

        return taken.ToArray();
    }
}

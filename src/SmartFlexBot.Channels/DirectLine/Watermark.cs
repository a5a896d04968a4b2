using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>The log's sequence number as clients carry it. Clients also send an empty one, "null" and none.</summary>
internal static class Watermark
{
    // What is no number reads from the beginning: a client that gets its history twice loses nothing, and a poll that is
    // answered with 400 never comes again (bot protocol D2).
    public static long Read(HttpRequest request) =>
        long.TryParse(request.Query["watermark"], NumberStyles.None, CultureInfo.InvariantCulture, out var watermark) ? watermark : 0;

    public static string Write(long watermark) => watermark.ToString(CultureInfo.InvariantCulture);
}

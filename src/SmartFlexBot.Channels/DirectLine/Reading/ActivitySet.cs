using System.Buffers;
using System.Text;
using System.Text.Json;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.DirectLine.Reading;

/// <summary>Answer to a poll, and one frame of a stream (bot protocol D2). What the log holds goes in as it is, unparsed.</summary>
internal static class ActivitySet
{
    public const string MediaType = "application/json; charset=utf-8";

    // What stands around the activities, with a watermark of any length.
    private const int Around = 128;

    /// <summary>Entries of the log, and where to go on after them.</summary>
    public static ReadOnlyMemory<byte> Of(IReadOnlyList<LogEntry> entries, long watermark) =>
        Write([.. entries.Select(entry => entry.Json)], DirectLine.Watermark.Write(watermark));

    /// <summary>What is shown and not kept: it moves no watermark.</summary>
    public static ReadOnlyMemory<byte> Of(string activity) => Write([activity], watermark: null);

    private static ReadOnlyMemory<byte> Write(string[] activities, string? watermark)
    {
        // As long as it will be: a buffer that grows is copied, and kept twice as long as its content.
        var written = new ArrayBufferWriter<byte>(Around + activities.Sum(activity => Encoding.UTF8.GetByteCount(activity) + 1));
        using (var json = new Utf8JsonWriter(written))
        {
            json.WriteStartObject();
            json.WriteStartArray("activities"u8);
            foreach (var activity in activities)
            {
                // We wrote it ourselves before it was stored.
                json.WriteRawValue(activity, skipInputValidation: true);
            }

            json.WriteEndArray();
            if (watermark is not null)
            {
                json.WriteString("watermark"u8, watermark);
            }

            json.WriteEndObject();
        }

        return written.WrittenMemory;
    }
}

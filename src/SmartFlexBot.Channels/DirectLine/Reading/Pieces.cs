namespace SmartFlexBot.Channels.DirectLine.Reading;

/// <summary>
/// Bytes on their way to a client, a piece at a time: whatever is written goes into the connection's buffers at once, and only a
/// client that takes it gets the next piece.
/// </summary>
internal static class Pieces
{
    private const int Length = 16 * 1024;

    /// <summary>At least one piece, for what is empty too.</summary>
    public static IEnumerable<(ReadOnlyMemory<byte> Bytes, bool IsLast)> Of(ReadOnlyMemory<byte> bytes)
    {
        var from = 0;
        do
        {
            var piece = bytes[from..Math.Min(from + Length, bytes.Length)];
            from += piece.Length;
            yield return (piece, from == bytes.Length);
        }
        while (from < bytes.Length);
    }
}

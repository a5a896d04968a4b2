using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Evaluation;

internal static class Files
{
    public static List<T> Read<T>(string path, JsonTypeInfo<List<T>> type)
    {
        var list = Open(path, stream => JsonSerializer.Deserialize(stream, type))
            ?? throw new UsageException($"{path} is null; expected a JSON list.");
        if (list.Exists(row => row is null))
        {
            throw new UsageException($"{path} holds a null where an utterance is expected.");
        }
        return list.Count > 0 ? list : throw new UsageException($"{path} is an empty list; there is nothing to evaluate.");
    }

    public static MarketCatalogue ReadCatalogue(string? path) => path is null ? MarketCatalogue.Load() : Open(path, MarketCatalogue.Read);

    private static T Open<T>(string path, Func<Stream, T> read)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return read(stream);
        }
        catch (JsonException malformed)
        {
            throw new UsageException($"{path} is not in the expected format: {malformed.Message}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"Cannot read {path}: {unreadable.Message}");
        }
    }
}

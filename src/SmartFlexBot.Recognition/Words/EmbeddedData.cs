using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SmartFlexBot.Recognition.Words;

internal static class EmbeddedData
{
    public static IReadOnlyList<string> Names { get; } = typeof(EmbeddedData).Assembly.GetManifestResourceNames();

    public static Stream Open(string name) =>
        typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"{name} is not embedded in {typeof(EmbeddedData).Assembly.GetName().Name}.");

    public static Dictionary<string, string[]> ReadWords(string name) => Read(name, WordJson.Default.DictionaryStringStringArray);

    public static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"{name} is empty.");
    }
}

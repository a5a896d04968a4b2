using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>
/// The code in a connector's refusal (bot protocol B2). Teams puts JSON into the message and its own code there: "subCode" says more.
/// </summary>
internal static partial class ConnectorError
{
    /// <returns>One word such as "MessageWritesBlocked", never a text; null when there is none.</returns>
    public static string? CodeOf(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Word(Inner(json.RootElement)) ?? Word(Property(Property(json.RootElement, "error"), "code"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Inner(JsonElement root)
    {
        var message = Property(root, "message") ?? Property(Property(root, "error"), "message");
        if (message is not { ValueKind: JsonValueKind.String } text || text.GetString() is not ['{', ..] inner)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(inner);
            return Property(json.RootElement, "subCode")?.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Property(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var value) ? value : null;

    /// <summary>What comes from outside is kept only as a word.</summary>
    private static string? Word(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text && OneWord().IsMatch(text.GetString()!) ? text.GetString() : null;

    [GeneratedRegex(@"^[A-Za-z]{1,60}\z")]
    private static partial Regex OneWord();
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace SmartFlexBot.BotFramework;

/// <summary>
/// A conversation's state: named JSON values, so that a new version of the bot can read what an older one wrote and keeps the
/// names it does not know.
/// </summary>
public sealed class TurnState(JsonObject values)
{
    public JsonObject Values { get; } = values;

    /// <returns>The value, or null when it is absent or no longer readable as <typeparamref name="T"/>.</returns>
    public T? Get<T>(string name, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return Values[name] is { } node ? node.Deserialize(type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Set<T>(string name, T value, JsonTypeInfo<T> type) where T : class =>
        Values[name] = JsonSerializer.SerializeToNode(value, type);

    public void Remove(string name) => Values.Remove(name);
}

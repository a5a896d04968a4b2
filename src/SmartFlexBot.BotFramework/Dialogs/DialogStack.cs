using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>
/// A stack of dialogs in the JSON that holds it, {"v":1,"stack":[{"id","version","state"}]}, the active one first. Several may look
/// at the same JSON in one turn, so nothing is cached here.
/// </summary>
internal sealed class DialogStack(JsonObject holder)
{
    public const string Name = "dialogs";
    private const int Version = 1;

    public int Count => Items?.Count ?? 0;

    public DialogInstance? Top => Count > 0 ? new(Items![0]!.AsObject()) : null;

    public IReadOnlyList<DialogInstance> Instances =>
        Items is { } items ? [.. items.Select(item => new DialogInstance(item!.AsObject()))] : [];

    private JsonArray? Items => holder[Name]?["stack"]?.AsArray();

    public DialogInstance Push(string id, string version)
    {
        if (Items is null)
        {
            holder[Name] = new JsonObject { ["v"] = Version, ["stack"] = new JsonArray() };
        }

        var node = new JsonObject { ["id"] = id, ["version"] = version, ["state"] = new JsonObject() };
        Items!.Insert(0, node);
        return new DialogInstance(node);
    }

    public void Pop() => Items!.RemoveAt(0);

    public void Clear() => holder.Remove(Name);

    /// <summary>False when the JSON is not a stack of this version.</summary>
    public bool IsReadable()
    {
        try
        {
            return holder[Name] is not { } stack || (IsStack(stack) && Materialise(stack));
        }
        catch (ArgumentException)
        {
            // System.Text.Json's answer to an object that names a property twice.
            return false;
        }
    }

    private static bool IsStack(JsonNode node) =>
        node is JsonObject stack
        && stack["v"] is JsonValue v && v.TryGetValue<int>(out var version) && version == Version
        && stack["stack"] is JsonArray items
        && items.All(item => item is JsonObject instance && IsText(instance["id"])
            && (instance["version"] is null || IsText(instance["version"])) && instance["state"] is JsonObject);

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out _);

    /// <summary>Parsed JSON is read lazily; this makes a fault in it show now and not in the middle of a turn.</summary>
    private static bool Materialise(JsonNode? node) => node switch
    {
        JsonObject o => o.All(property => Materialise(property.Value)),
        JsonArray a => a.All(Materialise),
        _ => true,
    };
}

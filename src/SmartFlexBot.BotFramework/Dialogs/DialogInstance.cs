using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>A dialog on the stack. It is a view of the stored JSON: what changes in <see cref="State"/> is kept with the turn.</summary>
public sealed class DialogInstance
{
    private readonly JsonObject _node;

    internal DialogInstance(JsonObject node) => _node = node;

    public string Id => _node["id"]!.GetValue<string>();

    /// <summary>The <see cref="Dialog.Version"/> that this instance was last run by; null when unknown.</summary>
    public string? Version
    {
        get => _node["version"]?.GetValue<string>();
        internal set => _node["version"] = value;
    }

    public JsonObject State => _node["state"]!.AsObject();
}

using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>A dialog on the stack. It is a view of the stored JSON: what changes in <see cref="State"/> is kept with the turn.</summary>
public sealed class DialogInstance
{
    private readonly JsonObject node;

    internal DialogInstance(JsonObject node) => this.node = node;

    public string Id => node["id"]!.GetValue<string>();

    /// <summary>The <see cref="Dialog.Version"/> that this instance was last run by; null when unknown.</summary>
    public string? Version
    {
        get => node["version"]?.GetValue<string>();
        internal set => node["version"] = value;
    }

    public JsonObject State => node["state"]!.AsObject();

    internal bool Is(DialogInstance? other) => ReferenceEquals(node, other?.node);
}

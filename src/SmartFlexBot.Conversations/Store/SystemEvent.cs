using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Conversations.Store;

/// <summary>Events that enter an inbox by themselves: outcomes of commands, changes of watches.</summary>
internal static class SystemEvent
{
    public static Activity Create(string name, string kind, string key, string member, string? json) => new()
    {
        Type = ActivityTypes.Event,
        Name = name,
        Value = new JsonObject { ["kind"] = kind, ["key"] = key, [member] = Parse(json) },
    };

    /// <summary>What is not JSON arrives as a text: better an odd outcome than none.</summary>
    private static JsonNode? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return JsonValue.Create(json);
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SmartFlexBot.Conversations.Accounts;

/// <summary>Everything that is kept of an account.</summary>
public sealed record AccountExport(
    string AccountNumber,
    DateTimeOffset ExportedAt,
    IReadOnlyList<ExportedConversation> Conversations,
    IReadOnlyList<ExportedRecord> Records,
    IReadOnlyList<ExportedWork> Waiting)
{
    public bool IsEmpty => this is { Conversations.Count: 0, Records.Count: 0, Waiting.Count: 0 };

    public string ToJson() => JsonSerializer.Serialize(this, ExportJson.Default.AccountExport);
}

/// <param name="Origin">Who opened it.</param>
/// <param name="State">What the bot remembers of it.</param>
public sealed record ExportedConversation(
    string Id,
    DateTimeOffset OpenedAt,
    DateTimeOffset LastHeardAt,
    JsonNode? Origin,
    JsonNode? State,
    IReadOnlyList<ExportedMessage> Messages);

public sealed record ExportedMessage(DateTimeOffset At, JsonNode? Activity);

public sealed record ExportedRecord(
    string Kind, bool IsEvidence, DateTimeOffset WrittenAt, DateTimeOffset? ExpiresAt, JsonNode? Content);

/// <summary>Something that is still to happen.</summary>
public sealed record ExportedWork(string What, string Kind, DateTimeOffset At, JsonNode? Content);

internal static class ExportedJson
{
    /// <returns>A text where it is no JSON, and null where there is nothing.</returns>
    public static JsonNode? Of(string json)
    {
        try
        {
            return json.Length == 0 ? null : JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return JsonValue.Create(json);
        }
    }
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccountExport))]
internal sealed partial class ExportJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartFlexBot.Desk.Hubs.Genesys;

// What is used of Genesys Cloud's own shapes (platform API v2); whatever else they hold is ignored.

internal sealed record GenesysToken(string? AccessToken, int ExpiresIn);

/// <summary>From the customer. Routing reads the attributes with "Get Participant Data".</summary>
internal sealed record GenesysInbound(GenesysChannel Channel, string Text);

internal sealed record GenesysChannel(GenesysFrom From, DateTimeOffset Time, string MessageId, GenesysMetadata? Metadata);

internal sealed record GenesysFrom(string Id, string IdType, string? Nickname);

internal sealed record GenesysMetadata(IReadOnlyDictionary<string, string> CustomAttributes);

/// <param name="ConversationId">Only where it was asked for.</param>
internal sealed record GenesysInboundAnswer(string? ConversationId);

internal sealed record GenesysConversation(IReadOnlyList<GenesysParticipant>? Participants);

/// <param name="Purpose">"agent", "user", "customer", "external", "acd", "ivr", "workflow", or a word of a later version.</param>
/// <param name="State">"alerting", "connected", "disconnected", "terminated", …</param>
internal sealed record GenesysParticipant(
    string? Id,
    string? Name,
    string? Purpose,
    string? State,
    DateTimeOffset? ConnectedTime,
    DateTimeOffset? EndTime,
    GenesysRef? User,
    GenesysRef? ExternalContact,
    IReadOnlyList<GenesysMention>? Messages);

internal sealed record GenesysRef(string? Id);

/// <summary>That there is a message; what it says is read apart.</summary>
internal sealed record GenesysMention(string? MessageId, DateTimeOffset? MessageTime);

internal sealed record GenesysMessages(IReadOnlyList<GenesysMessage>? Entities);

/// <param name="Direction">"inbound" from the customer, "outbound" to them.</param>
/// <param name="TextBody">Older: the text itself.</param>
internal sealed record GenesysMessage(string? Id, string? Direction, string? TextBody, GenesysNormalized? NormalizedMessage);

/// <param name="Channel">With the id that whoever sent it gave it.</param>
internal sealed record GenesysNormalized(string? Type, string? Text, JsonElement? Content, GenesysSentChannel? Channel);

internal sealed record GenesysSentChannel(string? MessageId);

internal sealed record GenesysState(string State);

internal sealed record GenesysAttributes(IReadOnlyDictionary<string, string> Attributes);

internal sealed record GenesysReceipt(
    string Id, GenesysReceiptChannel Channel, string Status, IReadOnlyList<GenesysReason> Reasons, bool IsFinalReceipt);

internal sealed record GenesysReceiptChannel(GenesysRef To, DateTimeOffset Time);

internal sealed record GenesysReason(string Code, string Message);

internal sealed record GenesysErasure(string RequestType, GenesysSubject Subject);

internal sealed record GenesysSubject(string ExternalContactId);

/// <summary>A webhook's body.</summary>
/// <param name="Type">"Text", "Structured", "Event", or a word of a later version.</param>
internal sealed record GenesysDelivery(
    string? Id,
    string? Type,
    string? Text,
    JsonElement? Content,
    IReadOnlyList<GenesysEvent>? Events,
    string? ConversationId,
    GenesysDeliveryChannel? Channel);

internal sealed record GenesysEvent(string? EventType);

/// <param name="To">Its id is ours: the hand-over's.</param>
internal sealed record GenesysDeliveryChannel(GenesysRef? To, string? Time);

/// <summary>What a trigger of the supplier's own sends when an agent's part has ended.</summary>
internal sealed record GenesysEnd(string? HandOverId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GenesysInbound))]
[JsonSerializable(typeof(GenesysInboundAnswer))]
[JsonSerializable(typeof(GenesysConversation))]
[JsonSerializable(typeof(GenesysMessages))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(GenesysState))]
[JsonSerializable(typeof(GenesysAttributes))]
[JsonSerializable(typeof(GenesysReceipt))]
[JsonSerializable(typeof(GenesysErasure))]
[JsonSerializable(typeof(GenesysDelivery))]
[JsonSerializable(typeof(GenesysEnd))]
internal sealed partial class GenesysJson : JsonSerializerContext;

/// <summary>OAuth's own names have underscores.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GenesysToken))]
internal sealed partial class GenesysOAuthJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartFlexBot.Desk.Hubs.Chatwoot;

// What is used of Chatwoot's own shapes (application API v1); whatever else they hold is ignored.

internal sealed record ChatwootList<T>(IReadOnlyList<T>? Payload);

internal sealed record ChatwootMadeContact(ChatwootMadeContactParts? Payload);

internal sealed record ChatwootMadeContactParts(ChatwootContact? Contact);

internal sealed record ChatwootContact(long Id, string? Identifier);

/// <param name="Status">"open", "pending", "resolved", "snoozed", or a word of a later version.</param>
internal sealed record ChatwootConversation(long Id, long InboxId, string? Status, ChatwootMeta? Meta);

internal sealed record ChatwootMeta(ChatwootPerson? Assignee);

/// <param name="AvailableName">As customers are to see it, where it differs.</param>
/// <param name="Type">"user" for an agent.</param>
internal sealed record ChatwootPerson(long Id, string? Name, string? AvailableName, string? Type);

/// <param name="MessageType">0 incoming, 1 outgoing, 2 activity, 3 template.</param>
/// <param name="SourceId">The id that whoever posted it gave it.</param>
internal sealed record ChatwootMessage(
    long Id,
    string? Content,
    int MessageType,
    bool? Private,
    string? SourceId,
    ChatwootPerson? Sender,
    JsonElement? ContentAttributes,
    JsonElement? Attachments)
{
    public const int Outgoing = 1;
}

internal sealed record ChatwootNewContact(long InboxId, string Name, string Identifier, string SourceId);

internal sealed record ChatwootNewConversation(
    long InboxId, long ContactId, string SourceId, string Status, IReadOnlyDictionary<string, string> CustomAttributes);

internal sealed record ChatwootNewMessage(string Content, string MessageType, bool Private, string SourceId);

internal sealed record ChatwootNewStatus(string Status);

internal sealed record ChatwootMessageStatus(string Status, string ExternalError);

/// <summary>A webhook's body: of a message, with its conversation inside, or of a conversation itself.</summary>
/// <param name="MessageType">"incoming", "outgoing", "activity", "template".</param>
/// <param name="Id">Of the message, where it is about one.</param>
internal sealed record ChatwootDelivery(
    string? Event,
    long? Id,
    string? MessageType,
    bool Private,
    bool IsPrivate,
    ChatwootContactInbox? ContactInbox,
    ChatwootDeliveredConversation? Conversation);

internal sealed record ChatwootDeliveredConversation(long? Id, ChatwootContactInbox? ContactInbox);

/// <param name="SourceId">Ours: the hand-over's id.</param>
internal sealed record ChatwootContactInbox(string? SourceId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatwootList<ChatwootContact>))]
[JsonSerializable(typeof(ChatwootList<ChatwootConversation>))]
[JsonSerializable(typeof(ChatwootList<ChatwootMessage>))]
[JsonSerializable(typeof(ChatwootMadeContact))]
[JsonSerializable(typeof(ChatwootConversation))]
[JsonSerializable(typeof(ChatwootNewContact))]
[JsonSerializable(typeof(ChatwootNewConversation))]
[JsonSerializable(typeof(ChatwootNewMessage))]
[JsonSerializable(typeof(ChatwootNewStatus))]
[JsonSerializable(typeof(ChatwootMessageStatus))]
[JsonSerializable(typeof(ChatwootDelivery))]
internal sealed partial class ChatwootJson : JsonSerializerContext;

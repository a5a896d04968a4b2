using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SmartFlexBot.BotFramework.Schema;

/// <summary>
/// One message, event, invoke or update of the Bot Framework protocol (Activity schema 3.1.12). Fields that this type does not
/// name are kept in <see cref="Properties"/> and written back unchanged (rule A2005).
/// </summary>
public sealed class Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or a word this bot does not know (rule A2014: ignored, not refused).</summary>
    public string? Type { get; set; }

    /// <summary>Set by the channel; opaque, compared ordinally. A bot never sends one.</summary>
    public string? Id { get; set; }

    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The sender's clock with its offset, verbatim: a client may send more digits than a date type keeps.</summary>
    public string? LocalTimestamp { get; set; }

    /// <summary>IANA name of the sender's time zone.</summary>
    public string? LocalTimezone { get; set; }

    public string? ChannelId { get; set; }
    public string? ServiceUrl { get; set; }
    public ChannelAccount? From { get; set; }
    public ChannelAccount? Recipient { get; set; }
    public ConversationAccount? Conversation { get; set; }
    public string? ReplyToId { get; set; }
    public string? Text { get; set; }

    /// <summary>"plain", "markdown" or "xml". Clients differ in what they take a missing one for, so it is always sent.</summary>
    public string? TextFormat { get; set; }

    public string? Locale { get; set; }
    public string? Speak { get; set; }

    /// <summary>What a notification shows of a message that is a card.</summary>
    public string? Summary { get; set; }

    /// <summary>One of <see cref="InputHints"/>.</summary>
    public string? InputHint { get; set; }

    public IList<Attachment>? Attachments { get; set; }
    public string? AttachmentLayout { get; set; }
    public SuggestedActions? SuggestedActions { get; set; }
    public IList<Entity>? Entities { get; set; }

    /// <summary>The channel's own data, kept verbatim.</summary>
    public JsonNode? ChannelData { get; set; }

    /// <summary>What a card submit, an event or an invoke carries. Written by the sender: never trusted.</summary>
    public JsonNode? Value { get; set; }

    public string? ValueType { get; set; }

    /// <summary>The name of an event or invoke.</summary>
    public string? Name { get; set; }

    public ConversationReference? RelatesTo { get; set; }

    /// <summary>"normal", "notification" or "expectReplies".</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>Why a conversation ended (endOfConversation).</summary>
    public string? Code { get; set; }

    public string? Action { get; set; }
    public IList<ChannelAccount>? MembersAdded { get; set; }
    public IList<ChannelAccount>? MembersRemoved { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>Another activity with the same parts.</summary>
    public Activity ShallowCopy() => (Activity)MemberwiseClone();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmartFlexBot.Conversations.Accounts;
using SmartFlexBot.Onboarding.Accounts;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Web.Privacy;

/// <summary>What whoever asks for their data gets: all that is kept, but nothing that opens something for who finds the file.</summary>
internal static partial class AccountFiles
{
    public static AccountExport Safe(AccountExport export) => export with
    {
        Conversations = [.. export.Conversations.Select(Safe)],
        Records = [.. export.Records.Where(record => record.Kind is not (Ticket.RecordKind or AccountTicket.RecordKind)).Select(Safe)],
        Waiting = [.. export.Waiting.Select(work => work with { Content = WithoutLinks(work.Content) })],
    };

    private static ExportedConversation Safe(ExportedConversation conversation) => conversation with
    {
        State = WithoutLinks(conversation.State),
        Messages = [.. conversation.Messages.Select(message => message with { Activity = WithoutLinks(message.Activity) })],
    };

    private static ExportedRecord Safe(ExportedRecord record)
    {
        if (record is { Kind: Journey.RecordKind, Content: JsonObject journey })
        {
            journey.Remove("signInAddress");
            journey.Remove("wizard");
        }

        return record with { Content = WithoutLinks(record.Content) };
    }

    /// <returns>The same, with addresses of this host that open something for whoever has them cut before their code.</returns>
    private static JsonNode? WithoutLinks(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, WithoutLinks(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutLinks)]),
        JsonValue value when value.TryGetValue(out string? text) => JsonValue.Create(Code().Replace(text, "$1...")),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex("(/(?:auth|tariff|account)/[a-z-]+/)[A-Za-z0-9_-]{16,}")]
    private static partial Regex Code();
}

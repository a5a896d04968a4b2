using System.Globalization;
using System.Text.Json;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk.Hubs.Chatwoot;

/// <summary>What a read of Chatwoot means. Its own order counts, by number, whatever order its webhooks come in. Pure.</summary>
internal static class ChatwootNews
{
    /// <summary>So many of the newest are read again: a message may be seen a moment after one with a higher number.</summary>
    private const int Overlap = 20;

    /// <summary>The number after which messages are read.</summary>
    public static long ReadAfter(HubPlace place) => place.Taken.Count < Overlap ? 0 : Taken(place).Min() - 1;

    public static HubSight Of(HubPlace place, ChatwootConversation conversation, IReadOnlyList<ChatwootMessage> messages)
    {
        var after = ReadAfter(place);
        var taken = Taken(place).ToHashSet();
        var fresh = messages.Where(message => message.Id > after && !taken.Contains(message.Id))
            .DistinctBy(message => message.Id).OrderBy(message => message.Id).ToList();
        var assignee = conversation.Meta?.Assignee;
        var seen = assignee is null ? null : Text(assignee.Id);
        return new(
            place with
            {
                Assignee = seen,
                Taken = [.. taken.Concat(fresh.Select(message => message.Id)).Order().TakeLast(Overlap).Select(Text)],
            },
            [.. fresh.Where(IsToCustomer).Select(Said), .. Moved(place.Assignee, seen, assignee)],
            messages.Select(message => message.SourceId).OfType<string>().ToHashSet(StringComparer.Ordinal),
            IsEnded: false)
        {
            Files = [.. fresh.Where(message => IsFromAgent(message) && HasFile(message)).Select(message => Text(message.Id))],
        };
    }

    private static IEnumerable<long> Taken(HubPlace place) => place.Taken.Select(id => long.Parse(id, CultureInfo.InvariantCulture));

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Of all that stands in a conversation an agent's own public words alone go on: no note, no line of the system or of a robot, and not
    /// what came from us.
    /// </summary>
    private static bool IsToCustomer(ChatwootMessage message) => IsFromAgent(message) && message.Content is { Length: > 0 };

    private static bool IsFromAgent(ChatwootMessage message) =>
        message is { MessageType: ChatwootMessage.Outgoing, Private: false, Sender.Type: "user" } && !IsDeleted(message);

    /// <summary>And nothing else.</summary>
    private static bool HasFile(ChatwootMessage message) => message is { Content: null or "" }
        && message.Attachments is { ValueKind: JsonValueKind.Array } attachments && attachments.GetArrayLength() > 0;

    private static bool IsDeleted(ChatwootMessage message) =>
        message.ContentAttributes is { ValueKind: JsonValueKind.Object } attributes
            && attributes.TryGetProperty("deleted", out var deleted) && deleted.ValueKind == JsonValueKind.True;

    private static HubNews Said(ChatwootMessage message) => new(
        HubNewsKind.Said, Agent(message.Sender!), message.Content!, Text(message.Id));

    private static IEnumerable<HubNews> Moved(string? before, string? now, ChatwootPerson? assignee) => (before, now) switch
    {
        _ when before == now => [],
        (_, null) => [new HubNews(HubNewsKind.LetGo)],
        _ => [new HubNews(HubNewsKind.Taken, Agent(assignee!))],
    };

    private static HandOverOwner Agent(ChatwootPerson person) => new(
        string.Create(CultureInfo.InvariantCulture, $"chatwoot-{person.Id}"),
        string.IsNullOrWhiteSpace(person.AvailableName) ? person.Name ?? "" : person.AvailableName);
}

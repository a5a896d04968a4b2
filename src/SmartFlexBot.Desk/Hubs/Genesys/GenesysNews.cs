using System.Text.Json;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk.Hubs.Genesys;

/// <summary>What a read of Genesys means. Its own times count, whatever order its webhooks come in. Pure.</summary>
internal static class GenesysNews
{
    /// <summary>So many of the newest are looked for again: a message may be seen a moment after a younger one.</summary>
    private const int Overlap = 50;

    /// <summary>So long a message may be named and not readable yet. Those after it wait, so that nothing is overtaken.</summary>
    private static readonly TimeSpan LongestHole = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan HoleLook = TimeSpan.FromSeconds(2);

    /// <returns>The ids of what was not taken yet, in the order in which it was written.</returns>
    public static IReadOnlyList<string> UnreadIn(HubPlace place, GenesysConversation conversation) =>
        [.. Unread(place, conversation).Select(mention => mention.Id)];

    public static HubSight Of(
        HubPlace place, GenesysConversation conversation, IReadOnlyList<GenesysMessage> messages, GenesysStand stand, DateTimeOffset now)
    {
        var byId = messages.Where(message => message.Id is not null).DistinctBy(message => message.Id)
            .ToDictionary(message => message.Id!, StringComparer.Ordinal);
        var unread = Unread(place, conversation);
        var readable = unread.TakeWhile(one => byId.ContainsKey(one.Id) || now - one.Time > LongestHole).ToList();
        var read = readable.Where(one => byId.ContainsKey(one.Id)).Select(one => (one.By, Message: byId[one.Id])).ToList();
        var fromAgents = read.Where(one => GenesysStand.IsAgent(one.By) && one.Message.Direction == "outbound").ToList();
        var seen = stand.IsBetween || stand.IsEnded ? place.Assignee : AgentIdOf(stand.Agent);
        var customer = conversation.Participants?.FirstOrDefault(GenesysStand.IsCustomer);
        var hasHole = readable.Count < unread.Count;
        return new HubSight(
            place with
            {
                Assignee = seen,
                Person = customer?.ExternalContact?.Id ?? place.Person,
                Taken = [.. place.Taken.Concat(readable.Select(one => one.Id)).TakeLast(Overlap)],
            },
            [
                .. fromAgents.Where(one => TextOf(one.Message).Length > 0)
                    .Select(one => new HubNews(HubNewsKind.Said, AgentOf(one.By), TextOf(one.Message), one.Message.Id)),
                .. Moved(place.Assignee, seen, stand.Agent),
            ],
            read.Select(one => one.Message.NormalizedMessage?.Channel?.MessageId).OfType<string>().ToHashSet(StringComparer.Ordinal),
            stand.IsEnded && !hasHole,
            hasHole ? HoleLook : stand.LookAfter)
        {
            Files = [.. fromAgents.Where(one => TextOf(one.Message).Length == 0 && HasFile(one.Message)).Select(one => one.Message.Id!)],
        };
    }

    private static List<(string Id, DateTimeOffset Time, GenesysParticipant By)> Unread(HubPlace place, GenesysConversation conversation)
    {
        var all = (conversation.Participants ?? [])
            .SelectMany(by => (by.Messages ?? []).Where(one => one.MessageId is not null)
                .Select(one => (Id: one.MessageId!, Time: one.MessageTime ?? DateTimeOffset.MinValue, By: by)))
            .DistinctBy(one => one.Id).OrderBy(one => one.Time).ThenBy(one => one.Id, StringComparer.Ordinal).ToList();
        var taken = place.Taken.ToHashSet(StringComparer.Ordinal);
        var from = taken.Count < Overlap ? 0 : Math.Max(0, all.FindIndex(one => taken.Contains(one.Id)));
        return [.. all.Skip(from).Where(one => !taken.Contains(one.Id))];
    }

    private static IEnumerable<HubNews> Moved(string? before, string? now, GenesysParticipant? agent) => (before, now) switch
    {
        _ when before == now => [],
        (_, null) => [new HubNews(HubNewsKind.LetGo)],
        _ => [new HubNews(HubNewsKind.Taken, AgentOf(agent!))],
    };

    private static string TextOf(GenesysMessage message) => message.NormalizedMessage?.Text ?? message.TextBody ?? "";

    private static bool HasFile(GenesysMessage message) =>
        message.NormalizedMessage?.Content is { ValueKind: JsonValueKind.Array } content && content.GetArrayLength() > 0;

    private static string? AgentIdOf(GenesysParticipant? agent) => agent is null ? null : agent.User?.Id ?? agent.Id;

    private static HandOverOwner AgentOf(GenesysParticipant agent) => new($"genesys-{AgentIdOf(agent)}", agent.Name ?? "");
}

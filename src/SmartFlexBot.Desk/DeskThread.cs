using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Desk;

/// <summary>A conversation's log as agents read it.</summary>
internal sealed class DeskThread(IConversationLog log, IDeliveryStates deliveries)
{
    private const string Card = "application/vnd.microsoft.card";
    private static readonly LogPage Page = new(200, 512 * 1024);

    /// <returns>The entries after a number, and the lines in them: not every entry is one.</returns>
    public async Task<(long Last, IReadOnlyList<ThreadLine> Lines)> ReadAsync(
        string conversation, long after, CancellationToken cancellationToken)
    {
        var key = ConversationKey.Parse(conversation);
        var entries = await log.ReadAsync(key, after, Page, cancellationToken);
        if (entries is not [.., var last])
        {
            return (after, []);
        }

        ThreadLine[] lines = [.. entries.Select(LineOf).OfType<ThreadLine>()];
        if (lines.Any(line => line.Author == ThreadAuthor.Agent))
        {
            var undelivered = await deliveries.ReadAsync(key, cancellationToken);
            lines = [.. lines.Select(line => line.Author == ThreadAuthor.Agent
                ? line with { Undelivered = undelivered.GetValueOrDefault(line.Sequence) }
                : line)];
        }

        return (last.Sequence, lines);
    }

    public Task WaitAsync(string conversation, long after, CancellationToken cancellationToken) =>
        log.WaitAsync(ConversationKey.Parse(conversation), after, cancellationToken);

    private static ThreadLine? LineOf(LogEntry entry)
    {
        var activity = entry.ReadActivity();
        return activity.Type != ActivityTypes.Message ? null : new(
            entry.Sequence,
            activity.Timestamp ?? default,
            AuthorOf(activity),
            activity.From?.Name,
            TextOf(activity),
            [.. (activity.Attachments ?? []).Where(file => !IsCard(file)).Select(FileOf)],
            ((activity.ChannelData as JsonObject)?["person"] as JsonObject).Word("act"));
    }

    private static ThreadAuthor AuthorOf(Activity activity) => activity.From switch
    {
        { Role: RoleTypes.Bot, Id: DeskEvents.PersonId } => ThreadAuthor.Agent,
        { Id: ElsewhereEvents.CustomerId } => ThreadAuthor.Customer,
        { Role: RoleTypes.Bot } => ThreadAuthor.Bot,
        _ => ThreadAuthor.Customer,
    };

    /// <summary>A card is what it says; a button that was pressed, what it stands for.</summary>
    private static string TextOf(Activity activity) => activity switch
    {
        { From.Id: ElsewhereEvents.CustomerId, ChannelData: JsonObject data } => data.Word(ElsewhereEvents.CustomerId) ?? "",
        { Text: { Length: > 0 } text } => text,
        { Summary: { Length: > 0 } summary } => summary,
        { Value: JsonObject value } => value.Word("choice") ?? value.Word("do") ?? "",
        _ => "",
    };

    private static ThreadFile FileOf(Attachment file) => new(
        file.Name ?? file.ContentType ?? "",
        DeskFileLinks.IdIn(file.ContentUrl),
        file.ContentType?.StartsWith("image/", StringComparison.Ordinal) is true);

    private static bool IsCard(Attachment file) => file.ContentType?.StartsWith(Card, StringComparison.Ordinal) is true;
}

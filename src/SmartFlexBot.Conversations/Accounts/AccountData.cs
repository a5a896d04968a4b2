using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Accounts;

/// <summary>What is kept of one account: shown to whom it is about (GDPR, articles 15 and 20), and erased (article 17).</summary>
public sealed class AccountData
{
    private const int Page = 200;
    private const int Step = 200;
    private const int Tries = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly IAccountStore _accounts;
    private readonly ILogStore _log;
    private readonly IEnumerable<IAccountCopies> _copies;
    private readonly TimeProvider _time;

    internal AccountData(IAccountStore accounts, ILogStore log, IEnumerable<IAccountCopies> copies, TimeProvider time) =>
        (_accounts, _log, _copies, _time) = (accounts, log, copies, time);

    /// <summary>
    /// Erases everything but evidence, also while conversations go on: what a turn, a command or a watch of that time still brings finds no
    /// conversation, and is dropped.
    /// </summary>
    /// <param name="thorough">Writes the database file anew, which no one else may use meanwhile.</param>
    /// <exception cref="CopiesNotErasedException">Nothing was erased.</exception>
    public async Task<AccountErasure> EraseAsync(string accountNumber, bool thorough)
    {
        foreach (var copies in _copies)
        {
            await copies.EraseAsync(accountNumber, CancellationToken.None);
        }

        var owner = Origins.OwnerOf(accountNumber);
        var (all, erased) = (0, 1);
        while (erased > 0)
        {
            erased = await _accounts.EraseAsync(owner, Step);
            all += erased;
        }

        var isForgotten = await _accounts.ForgetAsync(thorough);
        for (var tries = 1; tries < Tries && !isForgotten; tries++)
        {
            // Somebody reads; not on the host's clock, for readers do not wait for that.
            await Task.Delay(Pause);
            isForgotten = await _accounts.ForgetAsync(thorough: false);
        }

        return new(all, (await _accounts.ReadRecordsAsync(owner)).Count, isForgotten);
    }

    public async Task<AccountExport> ExportAsync(string accountNumber)
    {
        var owner = Origins.OwnerOf(accountNumber);
        var conversations = new List<ExportedConversation>();
        foreach (var owned in await _accounts.ReadConversationsAsync(owner))
        {
            conversations.Add(new(
                owned.Conversation.ToString(),
                At(owned.CreatedAt),
                At(owned.LastActivity),
                ExportedJson.Of(owned.Origin),
                ExportedJson.Of(owned.State),
                [.. (await ReadLogAsync(owned)).Select(entry => new ExportedMessage(At(entry.At), ExportedJson.Of(entry.Json)))]));
        }

        return new(
            accountNumber,
            _time.GetUtcNow(),
            conversations,
            [.. (await _accounts.ReadRecordsAsync(owner)).Select(record => new ExportedRecord(
                record.Kind, record.IsEvidence, At(record.WrittenAt), At(record.ExpiresAt), ExportedJson.Of(record.Content)))],
            [.. (await _accounts.ReadWorkAsync(owner)).Select(work => new ExportedWork(
                work.What.ToString(), work.Kind, At(work.At), ExportedJson.Of(work.Content)))]);
    }

    private async Task<List<StoredEntry>> ReadLogAsync(OwnedConversation owned)
    {
        var entries = new List<StoredEntry>();
        var read = Page;
        while (read == Page)
        {
            var page = await _log.ReadAsync(owned.Conversation, entries.Count == 0 ? 0 : entries[^1].Sequence, new(Page, int.MaxValue));
            entries.AddRange(page);
            read = page.Count;
        }

        return entries;
    }

    private static DateTimeOffset At(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at);

    private static DateTimeOffset? At(long? at) => at is { } known ? At(known) : null;
}

/// <param name="Rows">How many rows were erased.</param>
/// <param name="Kept">How many records are kept as evidence.</param>
/// <param name="IsForgotten">
/// False when the write-ahead log could not be emptied, because somebody was reading all the while: it is, by itself, when they have.
/// </param>
public sealed record AccountErasure(int Rows, int Kept, bool IsForgotten);

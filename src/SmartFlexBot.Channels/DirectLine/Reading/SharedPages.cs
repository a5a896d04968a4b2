using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.DirectLine.Reading;

/// <summary>
/// Pages of the log as clients get them. Those who are at the same place of a conversation share one, read and written once.
/// </summary>
internal sealed class SharedPages(IConversationLog log, IOptions<MemoryOptions> options)
{
    private const int MostEntries = 100;

    private readonly Lock _gate = new();
    private readonly Dictionary<(ConversationKey, long), SharedPage> _taken = [];

    /// <summary>How many different pages are in memory.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _taken.Count;
            }
        }
    }

    /// <summary>What comes after the watermark. It is kept until everybody who took it has disposed of it.</summary>
    /// <exception cref="ConversationNotFoundException">There is no such conversation any more.</exception>
    public async Task<SharedPage> TakeAsync(ConversationKey conversation, long watermark, CancellationToken cancellationToken)
    {
        SharedPage? page;
        lock (_gate)
        {
            if (!_taken.TryGetValue((conversation, watermark), out page))
            {
                page = _taken[(conversation, watermark)] =
                    new(this, conversation, watermark, new(() => ReadAsync(conversation, watermark)));
            }

            page.Readers++;
        }

        try
        {
            await page.ReadAsync(cancellationToken);
            return page;
        }
        catch
        {
            page.Dispose();
            throw;
        }
    }

    internal void Leave(SharedPage page)
    {
        lock (_gate)
        {
            // Nothing new was read there: who comes next must look again.
            if (--page.Readers == 0 || page.IsOver)
            {
                if (_taken.TryGetValue(page.Place, out var taken) && taken == page)
                {
                    _taken.Remove(page.Place);
                }
            }
        }
    }

    // Not with the token of whoever happens to be the first: others wait for the same.
    private async Task<(ReadOnlyMemory<byte> Bytes, long Last)> ReadAsync(ConversationKey conversation, long watermark)
    {
        var entries = await log.ReadAsync(conversation, watermark, new(MostEntries, options.Value.PageBytes), CancellationToken.None);
        var last = entries.Count > 0 ? entries[^1].Sequence : watermark;
        return (entries.Count > 0 ? ActivitySet.Of(entries, last) : default, last);
    }
}

/// <summary>A page that several readers may have at the same time; each disposes of it once.</summary>
internal sealed class SharedPage(
    SharedPages owner, ConversationKey conversation, long watermark, Lazy<Task<(ReadOnlyMemory<byte> Bytes, long Last)>> content)
    : IDisposable
{
    public (ConversationKey, long) Place => (conversation, watermark);

    public int Readers { get; set; }

    /// <summary>True when it must not be given to anybody else: it is empty, or could not be read.</summary>
    public bool IsOver => content.Value is { IsCompleted: true } read && (!read.IsCompletedSuccessfully || read.Result.Bytes.IsEmpty);

    public bool IsEmpty => Bytes.IsEmpty;

    public ReadOnlyMemory<byte> Bytes => content.Value.Result.Bytes;

    /// <summary>Where to go on after it.</summary>
    public long Last => content.Value.Result.Last;

    public Task ReadAsync(CancellationToken cancellationToken) => content.Value.WaitAsync(cancellationToken);

    public void Dispose() => owner.Leave(this);
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Desk;

/// <summary>Files of chats that are a person's: which are taken, and where they are.</summary>
internal sealed class DeskFiles(
    IDeskBoard board, IRecordReader records, IListedRecords listed, MarketSettings market, PublicAddress self, TimeProvider time)
    : IInboundFiles
{
    private const int IdBytes = 16;

    /// <summary>How the conversations of Direct Line begin.</summary>
    private const string WithBrowsers = "directline|";

    /// <summary>A browser asks for a picture as soon as it has sent it: the turn that keeps it may be under way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>When each that came lately was taken.</summary>
    private readonly ConcurrentDictionary<string, long> _underWay = new();

    private DeskFileSettings Limits => market.Desk?.Files ?? new();

    /// <summary>Agents of a hub do not see them.</summary>
    public async Task<FileRoom?> FindRoomAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        await board.ReadAsync(cancellationToken) is { HasHub: false } desk
            && desk.Open.FirstOrDefault(open => open.Conversation == conversation.ToString()) is { } open
                ? RoomOf(open)
                : null;

    /// <summary>Elsewhere no browser of the chat's own could be known, to which a file might be given.</summary>
    public FileRoom RoomOf(HandOver open) => open.Conversation.StartsWith(WithBrowsers, StringComparison.Ordinal)
        ? new(Limits.Bytes, Math.Max(0, Limits.Number - open.Files.Count))
        : default;

    public TakenFiles Take(IReadOnlyList<SentFile> files)
    {
        var parcel = new FileParcel([.. files.Select(Look)]);
        foreach (var (old, _) in _underWay.Where(file => time.GetElapsedTime(file.Value) > Patience))
        {
            _underWay.TryRemove(old, out _);
        }

        foreach (var file in parcel.Files)
        {
            _underWay[file.Id] = time.GetTimestamp();
        }

        return new(
            [.. parcel.Files.Select(file => DeskFileLinks.Of(file, self))],
            JsonSerializer.Serialize(parcel, DeskJson.Default.FileParcel));
    }

    /// <returns>Null when there is none, or its time is over.</returns>
    public async Task<DeskFile?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (id.Length != IdBytes * 2 || !id.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        while (true)
        {
            var newest = await listed.NewestAsync(cancellationToken);
            if (await records.FindAsync(DeskFile.RecordKind, id, cancellationToken) is { } record)
            {
                return DeskRecords.Read(record.Json, DeskJson.Default.DeskFile);
            }

            var isUnderWay = _underWay.TryGetValue(id, out var taken) && time.GetElapsedTime(taken) <= Patience;
            if (!isUnderWay || !await ChangesAsync(newest, cancellationToken))
            {
                return null;
            }
        }
    }

    private async Task<bool> ChangesAsync(long newest, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await listed.WaitAsync(newest, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static ParcelFile Look(SentFile file) => DeskFileTypes.Of(file.Content) is { } type
        ? new(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)), DeskFileNames.Clean(file.Name, type), type, file.Content)
        : throw new FileNotTakenException($"Only {DeskFileTypes.Taken} are taken.");
}

using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk.Hubs;

/// <summary>
/// What the hub has not been told yet, out of the conversation's own log: first one note with what an agent needs to know and what was
/// said before, then the customer's lines. Secrets are masked: what a hub has is out of our hands.
/// </summary>
internal sealed class HubLines(DeskThread thread, PackReader packs, HubSettings settings)
{
    /// <summary>Of one round; the next follows at once.</summary>
    private const int MostLines = 25;

    private const int MostBefore = 100;

    public async Task<HubNewLines> ReadAsync(HandOver handOver, HubPlace place, CancellationToken cancellationToken)
    {
        var (before, since, last, hasMore) = (new List<ThreadLine>(), new List<HubLine>(), place.Sent, false);
        while (!hasMore && await thread.ReadAsync(handOver.Conversation, last, cancellationToken) is var (end, page) && end > last)
        {
            foreach (var line in page)
            {
                if (!place.HasPack && line.At <= handOver.RequestedAt)
                {
                    before.Add(line);
                }
                else if (line.Author == ThreadAuthor.Customer && ContentOf(line) is { Length: > 0 } text)
                {
                    since.Add(new HubLine($"{handOver.Id}-{line.Sequence}", text));
                }

                (last, hasMore) = (line.Sequence, since.Count == MostLines);
                if (hasMore)
                {
                    break;
                }
            }

            last = hasMore ? last : end;
        }

        return new(
            place.HasPack ? since : [await NoteAsync(handOver, before, cancellationToken), .. since], last, hasMore);
    }

    private async Task<HubLine> NoteAsync(HandOver handOver, List<ThreadLine> before, CancellationToken cancellationToken)
    {
        var pack = await packs.ReadAsync(handOver.Id, settings.Locale, cancellationToken);
        var said = before.TakeLast(MostBefore).Select(line => $"{line.At:HH:mm} {line.Author}: {ContentOf(line)}");
        var note = string.Join('\n', [.. pack is null ? [] : PackText.Of(pack), "", .. said]);
        return new($"{handOver.Id}-pack", SecretMask.Of(note), IsNote: true);
    }

    private static string ContentOf(ThreadLine line) =>
        SecretMask.Of(string.Join('\n', [line.Text, .. line.Files.Select(file => $"[{file.Name}]")])).Trim();
}

/// <param name="Last">The log as far as these lines go.</param>
/// <param name="HasMore">More than one round takes.</param>
internal sealed record HubNewLines(IReadOnlyList<HubLine> Lines, long Last, bool HasMore);

namespace SmartFlexBot.Conversations.Store;

/// <summary>This process, by a name that no other start has.</summary>
internal sealed class Node(TimeProvider time)
{
    /// <summary>A node that has not been seen for this long carries out nothing any more.</summary>
    public static readonly TimeSpan Alive = TimeSpan.FromSeconds(10);

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public long StartedAt { get; } = time.UnixNow();
}

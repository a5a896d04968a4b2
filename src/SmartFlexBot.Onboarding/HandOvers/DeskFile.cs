namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>
/// A file of a chat that is a person's, with its bytes: a record of its own, which lives as long as the market says
/// (<see cref="Markets.DeskFileSettings.Days"/>) and is read by the desk alone.
/// </summary>
/// <param name="Id">As random as a ticket's code; alone it opens nothing.</param>
/// <param name="Conversation">Whose customer may have it, beside the desk's agents.</param>
/// <param name="By">The agent who sent it; null for the customer.</param>
public sealed record DeskFile(
    string Id, string HandOverId, string Conversation, string Name, DeskFileType Type, string? By, DateTimeOffset At, byte[] Content)
{
    public const string RecordKind = "desk-file";
}

/// <summary>What a hand-over knows of a file: the bytes are elsewhere.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="By">The agent who sent it; null for the customer.</param>
public sealed record HandOverFile(string Id, string Name, DeskFileType Type, int Size, string? By, DateTimeOffset At);

/// <summary>Files on their way into a turn, beside an activity and out of its log.</summary>
public sealed record FileParcel(IReadOnlyList<ParcelFile> Files)
{
    /// <summary>A sign-in address travels in the same place, and no address begins so.</summary>
    public static bool Is(string protectedValue) => protectedValue.StartsWith('{');
}

/// <param name="Name">Clean (<see cref="DeskFileNames.Clean"/>).</param>
/// <param name="Type">Told by its bytes.</param>
public sealed record ParcelFile(string Id, string Name, DeskFileType Type, byte[] Content);

using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework.Ports;

/// <summary>
/// Somebody who looks at files that customers send along. A bot does not; where a person answers, they can. Channels ask before they read
/// a file: what nobody looks at is dropped unread.
/// </summary>
public interface IInboundFiles
{
    /// <returns>What may come into that conversation now; null where nobody would look at it.</returns>
    Task<FileRoom?> FindRoomAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>Tells by their bytes what they are; what they are called counts for nothing.</summary>
    /// <exception cref="FileNotTakenException">One of them is of a kind that is not taken.</exception>
    TakenFiles Take(IReadOnlyList<SentFile> files);
}

/// <param name="Bytes">Of one file, at most.</param>
/// <param name="Number">How many more.</param>
public readonly record struct FileRoom(int Bytes, int Number);

/// <param name="Name">As whoever sent it calls it.</param>
public sealed record SentFile(string Name, byte[] Content);

/// <summary>What goes into the inbox in the place of files.</summary>
/// <param name="Attachments">For the log: names, and where each can be looked at.</param>
/// <param name="ProtectedValue">The files themselves, until the turn has them.</param>
public sealed record TakenFiles(IReadOnlyList<Attachment> Attachments, string ProtectedValue);

/// <summary>The message says what is taken instead.</summary>
public sealed class FileNotTakenException(string message) : Exception(message);

/// <summary>Nobody looks at files.</summary>
public sealed class NoInboundFiles : IInboundFiles
{
    public Task<FileRoom?> FindRoomAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        Task.FromResult<FileRoom?>(null);

    public TakenFiles Take(IReadOnlyList<SentFile> files) => throw new FileNotTakenException("Nobody looks at files here.");
}

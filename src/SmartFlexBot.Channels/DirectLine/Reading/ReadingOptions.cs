using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Channels.DirectLine.Reading;

/// <summary>
/// How much may be in memory for clients that have not taken it yet (section "Reading"). All but <see cref="Sockets"/> are bytes.
/// </summary>
public sealed class ReadingOptions
{
    public const string Section = "Reading";

    /// <summary>Open sockets of one conversation, whatever token they were opened with: the oldest is closed for a newer one.</summary>
    [Range(1, 1000, ErrorMessage = "Reading:Sockets must lie between 1 and 1000; 10 is usual.")]
    public int Sockets { get; set; } = 10;

    /// <summary>
    /// One frame of a socket, and one answer to a poll; what is longer comes in several. One activity that is longer comes alone.
    /// </summary>
    [Range(4 * 1024, 1024 * 1024, ErrorMessage = "Reading:PageBytes must lie between 4096 and 1048576; 65536 is usual.")]
    public int PageBytes { get; set; } = 64 * 1024;

    public int UnreadOfConversation { get; set; } = 1024 * 1024;

    /// <summary>All conversations that act for one account together.</summary>
    public int UnreadOfAccount { get; set; } = 2 * 1024 * 1024;

    /// <summary>All clients behind one address together; phone networks put many customers behind one.</summary>
    public int UnreadOfAddress { get; set; } = 16 * 1024 * 1024;

    /// <summary>All clients of this host together.</summary>
    public int UnreadOfHost { get; set; } = 64 * 1024 * 1024;
}

/// <summary>A wider limit that is lower than a narrower one would make the narrower one say nothing.</summary>
internal sealed class ReadingOptionsOrder : IValidateOptions<ReadingOptions>
{
    public ValidateOptionsResult Validate(string? name, ReadingOptions options)
    {
        (string Name, int Bytes)[] limits =
        [
            (nameof(options.PageBytes), options.PageBytes),
            (nameof(options.UnreadOfConversation), options.UnreadOfConversation),
            (nameof(options.UnreadOfAccount), options.UnreadOfAccount),
            (nameof(options.UnreadOfAddress), options.UnreadOfAddress),
            (nameof(options.UnreadOfHost), options.UnreadOfHost),
        ];
        var failures = limits.Zip(limits.Skip(1))
            .Where(pair => pair.Second.Bytes < pair.First.Bytes)
            .Select(pair => $"Reading:{pair.Second.Name} is less than Reading:{pair.First.Name}. Set it to at least {pair.First.Bytes}.")
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}

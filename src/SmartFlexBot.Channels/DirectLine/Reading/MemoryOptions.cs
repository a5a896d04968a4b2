using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Channels.DirectLine.Reading;

/// <summary>
/// How much may be in memory for clients: what they have not taken yet, and what they are sending (section "Memory"). All but
/// <see cref="Sockets"/> are bytes.
/// </summary>
public sealed class MemoryOptions
{
    public const string Section = "Memory";

    /// <summary>Open sockets of one conversation, whatever token they were opened with: the oldest is closed for a newer one.</summary>
    [Range(1, 1000, ErrorMessage = "Memory:Sockets must lie between 1 and 1000; 10 is usual.")]
    public int Sockets { get; set; } = 10;

    /// <summary>
    /// One frame of a socket, and one answer to a poll; what is longer comes in several. One activity that is longer comes alone.
    /// </summary>
    [Range(4 * 1024, 1024 * 1024, ErrorMessage = "Memory:PageBytes must lie between 4096 and 1048576; 65536 is usual.")]
    public int PageBytes { get; set; } = 64 * 1024;

    public int BytesOfConversation { get; set; } = 1024 * 1024;

    /// <summary>All conversations that act for one account together.</summary>
    public int BytesOfAccount { get; set; } = 2 * 1024 * 1024;

    /// <summary>All clients behind one address together; phone networks put many customers behind one.</summary>
    public int BytesOfAddress { get; set; } = 16 * 1024 * 1024;

    /// <summary>All clients of this host together.</summary>
    public int BytesOfHost { get; set; } = 64 * 1024 * 1024;
}

/// <summary>A wider limit that is lower than a narrower one would make the narrower one say nothing.</summary>
internal sealed class MemoryOptionsOrder : IValidateOptions<MemoryOptions>
{
    public ValidateOptionsResult Validate(string? name, MemoryOptions options)
    {
        (string Name, int Bytes)[] limits =
        [
            (nameof(options.PageBytes), options.PageBytes),
            (nameof(options.BytesOfConversation), options.BytesOfConversation),
            (nameof(options.BytesOfAccount), options.BytesOfAccount),
            (nameof(options.BytesOfAddress), options.BytesOfAddress),
            (nameof(options.BytesOfHost), options.BytesOfHost),
        ];
        var failures = limits.Zip(limits.Skip(1))
            .Where(pair => pair.Second.Bytes < pair.First.Bytes)
            .Select(pair => $"Memory:{pair.Second.Name} is less than Memory:{pair.First.Name}. Set it to at least {pair.First.Bytes}.")
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}

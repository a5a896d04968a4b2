using System.ComponentModel.DataAnnotations;

namespace SmartFlexBot.Channels.Http;

/// <summary>How much may come in a minute (section "Quotas"). As much may come at once, after a quiet minute.</summary>
public sealed class QuotaOptions
{
    public const string Section = "Quotas";

    /// <summary>Messages and other activities of one conversation.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Quotas:Messages must be 1 or more; 60 is usual.")]
    public int Messages { get; set; } = 60;

    /// <summary>Of all conversations that act for one account.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Quotas:MessagesOfAccount must be 1 or more; 120 is usual.")]
    public int MessagesOfAccount { get; set; } = 120;

    /// <summary>What one conversation's activities are long, in KB.</summary>
    [Range(1024, int.MaxValue, ErrorMessage = "Quotas:Kilobytes must be 1024 or more, so that one long message finds room; 2048 is usual.")]
    public int Kilobytes { get; set; } = 2 * 1024;

    /// <summary>Of all conversations that act for one account.</summary>
    [Range(1024, int.MaxValue, ErrorMessage = "Quotas:KilobytesOfAccount must be 1024 or more; 4096 is usual.")]
    public int KilobytesOfAccount { get; set; } = 4 * 1024;

    /// <summary>Of all conversations whose customers are behind one address.</summary>
    [Range(1024, int.MaxValue, ErrorMessage = "Quotas:KilobytesOfAddress must be 1024 or more; 8192 is usual.")]
    public int KilobytesOfAddress { get; set; } = 8 * 1024;

    /// <summary>Beginning, coming back, renewing the token and opening a socket: each of them, of one conversation.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Quotas:Connections must be 1 or more; 60 is usual.")]
    public int Connections { get; set; } = 60;

    /// <summary>
    /// Polls of one conversation that look into the log; more are told that nothing is new. Clients ask five times a second at most.
    /// </summary>
    [Range(60, int.MaxValue, ErrorMessage = "Quotas:Polls must be 60 or more; 300 is usual.")]
    public int Polls { get; set; } = 300;

    /// <summary>Pages, links of the chat, pictures and the like, of one address.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Quotas:Pages must be 1 or more; 600 is usual.")]
    public int Pages { get; set; } = 600;

    /// <summary>Calls of the desk, of one address: a whole team may be behind it.</summary>
    [Range(60, int.MaxValue, ErrorMessage = "Quotas:Desk must be 60 or more; 6000 is usual.")]
    public int Desk { get; set; } = 6000;

    /// <summary>All calls of one address together; phone networks put many customers behind one.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Quotas:CallsOfAddress must be 1 or more; 12000 is usual.")]
    public int CallsOfAddress { get; set; } = 12_000;
}

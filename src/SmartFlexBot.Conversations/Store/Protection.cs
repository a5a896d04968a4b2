using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SmartFlexBot.Conversations.Store;

/// <summary>Encryption at rest: one purpose for each column, so that a value moved to another column does not open.</summary>
internal sealed class Protection(IDataProtectionProvider provider)
{
    public IDataProtector Origin { get; } = For(provider, "conversations.origin");
    public IDataProtector InboxValue { get; } = For(provider, "inbox.protected_value");
    public IDataProtector CommandPayload { get; } = For(provider, "commands.payload");
    public IDataProtector WatchPayload { get; } = For(provider, "watches.payload");
    public IDataProtector RecordContent { get; } = For(provider, "records.content");

    /// <summary>Makes the first key. Before the writer starts: making one later needs the database too.</summary>
    public void WarmUp() => Origin.Protect("");

    private static IDataProtector For(IDataProtectionProvider provider, string column) =>
        provider.CreateProtector("SmartFlexBot.Conversations", column);
}

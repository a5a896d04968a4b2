using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>Without the keys that sealed them, every conversation would fail by itself, and a new key would hide why.</summary>
internal sealed class KeyRingCheck(StoreDatabase database, DatabaseKeyRing keys, Protection protection)
{
    /// <exception cref="StoreRefusedException">There are conversations, and no key that opens one of them.</exception>
    public void Refuse()
    {
        using var session = database.OpenReader();
        var origins = session.Query(ConversationSql.SomeOrigins, row => row.GetString(0));
        if (origins.Count == 0)
        {
            return;
        }

        if (keys.GetAllElements().Count == 0)
        {
            throw Refusal("its table key_ring holds none that can be read");
        }

        if (!origins.Exists(Opens))
        {
            throw Refusal("none of those in its table key_ring is the right one");
        }
    }

    private static StoreRefusedException Refusal(string why) => new(
        $"The database holds conversations, but not the keys that open them ({why}). "
        + "Restore a backup with its keys, or set Store:Path to another file.");

    private bool Opens(string origin)
    {
        try
        {
            protection.Origin.Unprotect(origin);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>Keeps data protection's keys in the database. Called rarely: at start, and when a key is made.</summary>
internal sealed partial class DatabaseKeyRing(
    StoreDatabase database, IDbContextFactory<ConversationsDbContext> contexts, ILogger<DatabaseKeyRing> logger) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        database.MakeReady();
        using var context = contexts.CreateDbContext();
        return [.. context.KeyRing.AsNoTracking().AsEnumerable().Select(Read).OfType<XElement>()];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        database.MakeReady();
        using var context = contexts.CreateDbContext();
        context.KeyRing.Add(new KeyRingRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
    }

    /// <returns>Null for a key that is damaged: what others protect still opens.</returns>
    private XElement? Read(KeyRingRow row)
    {
        try
        {
            return XElement.Parse(row.Xml);
        }
        catch (XmlException exception)
        {
            Log.Damaged(logger, row.Name, exception);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Key {Name} of the key ring cannot be read: what it protects stays closed.")]
        public static partial void Damaged(ILogger logger, string name, Exception exception);
    }
}

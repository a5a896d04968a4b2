using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>Keeps data protection's keys in the database. Called rarely: at start, and when a key is made.</summary>
internal sealed class DatabaseKeyRing(StoreDatabase database, IDbContextFactory<ConversationsDbContext> contexts) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        database.MakeReady();
        using var context = contexts.CreateDbContext();
        return [.. context.KeyRing.AsNoTracking().Select(row => row.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        database.MakeReady();
        using var context = contexts.CreateDbContext();
        context.KeyRing.Add(new KeyRingRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
    }
}

using Microsoft.EntityFrameworkCore;
using SmartFlexBot.Conversations.Store.Keys;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteKeys(StoreDatabase database, IDbContextFactory<ConversationsDbContext> contexts) : IKeyStore
{
    /// <summary>The data key's row, among those of the ring.</summary>
    private const string DataKey = "data key";

    public IReadOnlyList<StoredKey> ReadRing() =>
        Use(context => context.KeyRing.AsNoTracking().Where(row => row.Name != DataKey).AsEnumerable()
            .Select(row => new StoredKey(row.Id, row.Name, row.Text)).ToList());

    public void AddToRing(string name, string text) => Use(context =>
    {
        context.KeyRing.Add(new KeyRingRow { Name = name, Text = text });
        return context.SaveChanges();
    });

    public void ReplaceInRing(long id, string text) => Use(context =>
    {
        // What was there is not to be read any more, neither in the file nor in its write-ahead log. On one connection: each has its own.
        context.Database.OpenConnection();
        context.Database.ExecuteSqlRaw(SqlitePragmas.Overwrite);
        context.KeyRing.Where(row => row.Id == id).ExecuteUpdate(row => row.SetProperty(key => key.Text, text));
        return context.Database.ExecuteSqlRaw(SqlitePragmas.EmptyLog);
    });

    public string? FindDataKey() =>
        Use(context => context.KeyRing.AsNoTracking().SingleOrDefault(row => row.Name == DataKey)?.Text);

    public bool HasConversations() => Use(context => context.Set<ConversationRow>().Any());

    public void KeepDataKey(string wrapped) => AddToRing(DataKey, wrapped);

    private T Use<T>(Func<ConversationsDbContext, T> use)
    {
        database.MakeReady();
        using var context = contexts.CreateDbContext();
        return use(context);
    }
}

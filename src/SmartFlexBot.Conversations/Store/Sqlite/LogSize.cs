using Microsoft.Extensions.Options;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>
/// Keeps each conversation's log to a size: the oldest entries leave when newer ones fill it. What still waits to be answered or sent
/// stays. For the writer's thread alone, within the job that has made the log longer.
/// </summary>
internal sealed class LogSize(IOptions<StoreOptions> options)
{
    /// <summary>A log is looked at when it has grown by this part of its size: it may be as much longer meanwhile.</summary>
    private const int Part = 8;

    // What is forgotten is looked at a little later.
    private const int MostRemembered = 10_000;

    private readonly Dictionary<string, long> _grown = new(StringComparer.Ordinal);

    /// <param name="characters">How much longer it is now.</param>
    public void Grew(SqlSession session, string conversation, long characters)
    {
        var limit = options.Value.ConversationBytes;
        var grown = _grown.GetValueOrDefault(conversation) + characters;
        if (grown * Part < limit)
        {
            if (_grown.Count >= MostRemembered)
            {
                _grown.Clear();
            }

            _grown[conversation] = grown;
            return;
        }

        _grown.Remove(conversation);
        session.Execute(LogSql.Trim, conversation, limit);
    }
}

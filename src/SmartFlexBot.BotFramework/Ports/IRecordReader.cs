namespace SmartFlexBot.BotFramework.Ports;

/// <summary>Reads what bots saved, outside of a turn: for endpoints that a browser calls.</summary>
public interface IRecordReader
{
    /// <returns>The record as last committed, decrypted; null when there is none or it has expired.</returns>
    Task<StoredRecord?> FindAsync(string kind, string key, CancellationToken cancellationToken);
}

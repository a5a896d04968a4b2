using System.ComponentModel.DataAnnotations;

namespace SmartFlexBot.Conversations.Store;

/// <summary>Settings section "Store".</summary>
public sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary>The SQLite file. Created with its folder when absent.</summary>
    [Required(ErrorMessage = "Store:Path is empty. Set it to the database file, such as data/smartflexbot.db.")]
    public string Path { get; set; } = "data/smartflexbot.db";

    [EnumDataType(typeof(StoreProvider), ErrorMessage = "Store:Provider is not known. Set it to Sqlite.")]
    public StoreProvider Provider { get; set; }

    /// <summary>What one conversation's history may be long, in bytes of JSON: when it is longer, its oldest entries leave.</summary>
    [Range(1024 * 1024, long.MaxValue, ErrorMessage = "Store:ConversationBytes must be 1048576 or more; 2097152 is usual.")]
    public long ConversationBytes { get; set; } = 2 * 1024 * 1024;

    /// <summary>Reads the whole file once at start and refuses a damaged one. Takes about a second per gigabyte.</summary>
    public bool CheckAtStart { get; set; } = true;
}

public enum StoreProvider
{
    Sqlite,
}

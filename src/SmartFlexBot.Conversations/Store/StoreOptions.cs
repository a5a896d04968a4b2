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

    /// <summary>Reads the whole file once at start and refuses a damaged one. Takes about a second per gigabyte.</summary>
    public bool CheckAtStart { get; set; } = true;
}

public enum StoreProvider
{
    Sqlite,
}

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SmartFlexBot.Conversations.Store.Sqlite.Migrations;

/// <summary>
/// Contents are sealed, keys are keyed hashes, and rows say whose they are. Only an empty database gets here: what is in an older one is in
/// plain text, and is refused before.
/// </summary>
[DbContext(typeof(ConversationsDbContext))]
[Migration(Id)]
internal sealed class AtRest : Migration
{
    public const string Id = "20261127100000_AtRest";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.RenameColumn("xml", "key_ring", "text");
        migrationBuilder.Sql("ALTER TABLE records DROP COLUMN encrypted");
        migrationBuilder.AddColumn<bool>("evidence", "records", type: "INTEGER", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<long>("written_at", "records", type: "INTEGER", nullable: false, defaultValue: 0L);
        migrationBuilder.AddColumn<string>("owner", "records", type: "TEXT", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<string>("owner", "conversations", type: "TEXT", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<string>("owner", "events", type: "TEXT", nullable: false, defaultValue: "");
        migrationBuilder.CreateIndex("records_owner", "records", "owner");
        migrationBuilder.CreateIndex("conversations_owner", "conversations", "owner");
        migrationBuilder.CreateIndex("events_owner", "events", "owner");
    }
}

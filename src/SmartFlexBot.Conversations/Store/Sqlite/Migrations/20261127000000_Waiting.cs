using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SmartFlexBot.Conversations.Store.Sqlite.Migrations;

/// <summary>What may wait without holding up others: events of the runtime's own by what they are about, business events by their subject.</summary>
[DbContext(typeof(ConversationsDbContext))]
[Migration("20261127000000_Waiting")]
internal sealed class Waiting : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>(name: "about", table: "inbox", type: "TEXT", nullable: true);
        migrationBuilder.Sql(
            """
            UPDATE inbox SET about = dedupe_key
            WHERE status = 0 AND seq IS NULL AND (dedupe_key LIKE 'command:%' OR dedupe_key LIKE 'watch:%' OR dedupe_key LIKE 'reminder:%')
            """);

        migrationBuilder.DropIndex("events_waiting", "events");
        migrationBuilder.RenameColumn("taken", "events", "status");
        migrationBuilder.AddColumn<string>(name: "subject", table: "events", type: "TEXT", nullable: false, defaultValue: "");
        migrationBuilder.Sql("UPDATE events SET subject = key");
        migrationBuilder.AddColumn<int>(name: "refusals", table: "events", type: "INTEGER", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<string>(name: "reason", table: "events", type: "TEXT", nullable: true);
        migrationBuilder.CreateIndex("events_waiting", "events", ["subject", "id"], filter: "status = 0");
        migrationBuilder.CreateIndex("events_refused", "events", "id", filter: "status = 2");
    }
}

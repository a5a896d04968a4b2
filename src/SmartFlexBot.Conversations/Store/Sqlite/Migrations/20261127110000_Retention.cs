using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SmartFlexBot.Conversations.Store.Sqlite.Migrations;

/// <summary>What is over is found without reading everything.</summary>
[DbContext(typeof(ConversationsDbContext))]
[Migration("20261127110000_Retention")]
internal sealed class Retention : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("log_at", "log", "at");
        migrationBuilder.CreateIndex("inbox_done", "inbox", "accepted_at", filter: "status = 1");
        migrationBuilder.CreateIndex("conversations_last_activity", "conversations", "last_activity");
        migrationBuilder.CreateIndex("records_written", "records", "written_at");
        migrationBuilder.CreateIndex("commands_conversation", "commands", "conversation");
    }
}

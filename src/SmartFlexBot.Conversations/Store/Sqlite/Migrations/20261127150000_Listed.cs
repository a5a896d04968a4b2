using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SmartFlexBot.Conversations.Store.Sqlite.Migrations;

/// <summary>Records that are found by their kind, and whose changes are numbered.</summary>
[DbContext(typeof(ConversationsDbContext))]
[Migration("20261127150000_Listed")]
internal sealed class Listed : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("number", "records", type: "INTEGER", nullable: true);
        migrationBuilder.CreateIndex("records_number", "records", "number", filter: "number IS NOT NULL");
        migrationBuilder.CreateIndex("records_listed", "records", ["kind", "number"], filter: "number IS NOT NULL");
    }
}

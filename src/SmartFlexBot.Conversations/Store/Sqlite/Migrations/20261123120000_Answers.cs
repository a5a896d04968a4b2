using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SmartFlexBot.Conversations.Store.Sqlite;

namespace SmartFlexBot.Conversations.Store.Sqlite.Migrations;

/// <summary>What a sender that waited for the answer got, so that its repetition gets the same.</summary>
[DbContext(typeof(ConversationsDbContext))]
[Migration("20261123120000_Answers")]
internal sealed class Answers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>(name: "answer_from", table: "inbox", type: "INTEGER", nullable: true);
        migrationBuilder.AddColumn<int>(name: "answer_count", table: "inbox", type: "INTEGER", nullable: true);
    }
}

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SmartFlexBot.Conversations.Store.Sqlite;

namespace SmartFlexBot.Conversations.Store.Sqlite.Migrations;

/// <summary>The first schema. Never edited once released: changes are further migrations.</summary>
[DbContext(typeof(ConversationsDbContext))]
[Migration("20261123000000_Initial")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Marks the file as ours; a file without the mark is refused at start.
        migrationBuilder.Sql($"PRAGMA application_id = {SqlitePragmas.ApplicationId}");

        migrationBuilder.CreateTable(
            name: "commands",
            columns: table => new
            {
                id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                key = table.Column<string>(type: "TEXT", nullable: false),
                kind = table.Column<string>(type: "TEXT", nullable: false),
                conversation = table.Column<string>(type: "TEXT", nullable: false),
                payload = table.Column<string>(type: "TEXT", nullable: true),
                status = table.Column<int>(type: "INTEGER", nullable: false),
                claimed_by = table.Column<string>(type: "TEXT", nullable: true),
                claimed_at = table.Column<long>(type: "INTEGER", nullable: true),
                attempts = table.Column<int>(type: "INTEGER", nullable: false),
                not_before = table.Column<long>(type: "INTEGER", nullable: false),
                created_at = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_commands", x => x.id));

        migrationBuilder.CreateTable(
            name: "conversations",
            columns: table => new
            {
                key = table.Column<string>(type: "TEXT", nullable: false),
                origin = table.Column<string>(type: "TEXT", nullable: false),
                state = table.Column<string>(type: "TEXT", nullable: false),
                state_version = table.Column<long>(type: "INTEGER", nullable: false),
                log_seq = table.Column<long>(type: "INTEGER", nullable: false),
                created_at = table.Column<long>(type: "INTEGER", nullable: false),
                last_activity = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_conversations", x => x.key));

        migrationBuilder.CreateTable(
            name: "events",
            columns: table => new
            {
                id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                key = table.Column<string>(type: "TEXT", nullable: false),
                name = table.Column<string>(type: "TEXT", nullable: false),
                json = table.Column<string>(type: "TEXT", nullable: false),
                taken = table.Column<bool>(type: "INTEGER", nullable: false),
                attempts = table.Column<int>(type: "INTEGER", nullable: false),
                not_before = table.Column<long>(type: "INTEGER", nullable: false),
                recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_events", x => x.id));

        migrationBuilder.CreateTable(
            name: "inbox",
            columns: table => new
            {
                id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                conversation = table.Column<string>(type: "TEXT", nullable: false),
                dedupe_key = table.Column<string>(type: "TEXT", nullable: false),
                activity = table.Column<string>(type: "TEXT", nullable: true),
                protected_value = table.Column<string>(type: "TEXT", nullable: true),
                status = table.Column<int>(type: "INTEGER", nullable: false),
                attempts = table.Column<int>(type: "INTEGER", nullable: false),
                not_before = table.Column<long>(type: "INTEGER", nullable: false),
                told = table.Column<int>(type: "INTEGER", nullable: false),
                activity_id = table.Column<string>(type: "TEXT", nullable: false),
                seq = table.Column<long>(type: "INTEGER", nullable: true),
                accepted_at = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_inbox", x => x.id));

        migrationBuilder.CreateTable(
            name: "key_ring",
            columns: table => new
            {
                id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                name = table.Column<string>(type: "TEXT", nullable: false),
                xml = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_key_ring", x => x.id));

        migrationBuilder.CreateTable(
            name: "log",
            columns: table => new
            {
                conversation = table.Column<string>(type: "TEXT", nullable: false),
                seq = table.Column<long>(type: "INTEGER", nullable: false),
                activity_id = table.Column<string>(type: "TEXT", nullable: false),
                at = table.Column<long>(type: "INTEGER", nullable: false),
                activity = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_log", x => new { x.conversation, x.seq }));

        migrationBuilder.CreateTable(
            name: "nodes",
            columns: table => new
            {
                id = table.Column<string>(type: "TEXT", nullable: false),
                last_seen = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_nodes", x => x.id));

        migrationBuilder.CreateTable(
            name: "outbox",
            columns: table => new
            {
                conversation = table.Column<string>(type: "TEXT", nullable: false),
                seq = table.Column<long>(type: "INTEGER", nullable: false),
                status = table.Column<int>(type: "INTEGER", nullable: false),
                attempts = table.Column<int>(type: "INTEGER", nullable: false),
                not_before = table.Column<long>(type: "INTEGER", nullable: false),
                created_at = table.Column<long>(type: "INTEGER", nullable: false),
                reason = table.Column<string>(type: "TEXT", nullable: true)
            },
            constraints: table => table.PrimaryKey("PK_outbox", x => new { x.conversation, x.seq }));

        migrationBuilder.CreateTable(
            name: "records",
            columns: table => new
            {
                kind = table.Column<string>(type: "TEXT", nullable: false),
                key = table.Column<string>(type: "TEXT", nullable: false),
                version = table.Column<long>(type: "INTEGER", nullable: false),
                content = table.Column<string>(type: "TEXT", nullable: true),
                encrypted = table.Column<bool>(type: "INTEGER", nullable: false),
                expires_at = table.Column<long>(type: "INTEGER", nullable: true)
            },
            constraints: table => table.PrimaryKey("PK_records", x => new { x.kind, x.key }));

        migrationBuilder.CreateTable(
            name: "reminders",
            columns: table => new
            {
                conversation = table.Column<string>(type: "TEXT", nullable: false),
                key = table.Column<string>(type: "TEXT", nullable: false),
                due_at = table.Column<long>(type: "INTEGER", nullable: false),
                activity = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_reminders", x => new { x.conversation, x.key }));

        migrationBuilder.CreateTable(
            name: "watches",
            columns: table => new
            {
                kind = table.Column<string>(type: "TEXT", nullable: false),
                key = table.Column<string>(type: "TEXT", nullable: false),
                conversation = table.Column<string>(type: "TEXT", nullable: false),
                payload = table.Column<string>(type: "TEXT", nullable: false),
                last_state = table.Column<string>(type: "TEXT", nullable: true),
                version = table.Column<long>(type: "INTEGER", nullable: false),
                every_ms = table.Column<long>(type: "INTEGER", nullable: false),
                until = table.Column<long>(type: "INTEGER", nullable: false),
                next_at = table.Column<long>(type: "INTEGER", nullable: false),
                leased_until = table.Column<long>(type: "INTEGER", nullable: false),
                failures = table.Column<int>(type: "INTEGER", nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_watches", x => new { x.kind, x.key }));

        migrationBuilder.CreateIndex("commands_key", "commands", "key", unique: true);
        migrationBuilder.CreateIndex("commands_due", "commands", ["status", "not_before"]);
        migrationBuilder.CreateIndex("events_key", "events", "key", unique: true);
        migrationBuilder.CreateIndex("events_waiting", "events", ["taken", "id"], filter: "taken = 0");
        migrationBuilder.CreateIndex("inbox_dedupe", "inbox", ["conversation", "dedupe_key"], unique: true);
        migrationBuilder.CreateIndex("inbox_undone", "inbox", ["conversation", "id"], filter: "status = 0");
        migrationBuilder.CreateIndex("outbox_waiting", "outbox", "not_before", filter: "status = 0");
        migrationBuilder.CreateIndex("records_expiring", "records", "expires_at", filter: "expires_at IS NOT NULL");
        migrationBuilder.CreateIndex("reminders_due", "reminders", "due_at");
        migrationBuilder.CreateIndex("watches_conversation", "watches", "conversation");
        migrationBuilder.CreateIndex("watches_due", "watches", ["kind", "next_at"]);
    }
}

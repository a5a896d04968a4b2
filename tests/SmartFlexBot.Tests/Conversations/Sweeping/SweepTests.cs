using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sealing;
using SmartFlexBot.Conversations.Watches;

namespace SmartFlexBot.Tests.Conversations.Sweeping;

/// <summary>What the sweeper finds that nobody else does.</summary>
public sealed class SweepTests
{
    [Fact]
    public async Task What_was_accepted_before_a_crash_is_answered_at_once_after_the_start()
    {
        string path;
        string activity;
        ConversationsHost first;
        await using (first = await ConversationsHost.StartAsync(Bots.Echo))
        {
            var conversation = await first.OpenAsync();
            path = first.Path;
            activity = first.Services.GetRequiredService<RowCipher>()
                .Seal("""{"type":"event","name":"lost"}""", RowIdentity.Inbox(conversation, "k"));
        }

        // Accepted at the last moment: so young that a sweep of a running process would leave it alone.
        StoreFiles.Execute(path,
            $"""
            INSERT INTO inbox (conversation, dedupe_key, activity, status, attempts, not_before, told, activity_id, accepted_at)
            VALUES ('test|c1', 'k', '{activity}', 0, 0, 0, 0, 'a', {first.Clock.GetUtcNow().ToUnixTimeMilliseconds()})
            """);
        first.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var host = await ConversationsHost.StartAsync(Bots.Echo, path: path, clock: first.Clock);

        var said = await host.ReadAsync(new(TestChannel.Id, "c1"), atLeast: 1);

        said.ShouldHaveSingleItem().ReadActivity().Text.ShouldBe("You said lost");
    }

    [Fact]
    public async Task A_command_that_died_with_its_process_is_looked_for_at_once_after_the_start()
    {
        var looks = 0;
        var handler = new Commands.TestHandler
        {
            OnExecute = (_, _) => throw new InvalidOperationException("It must not be sent again."),
            OnReconcile = () =>
            {
                looks++;
                return new Reconciliation.Done(new("found"));
            },
        };
        string path;
        string payload;
        ConversationsHost first;
        await using (first = await ConversationsHost.StartAsync(Commands.TestHandler.Bot))
        {
            await first.OpenAsync();
            path = first.Path;
            payload = first.Services.GetRequiredService<RowCipher>().Seal(RowSeal.Together("a", "{}"), RowIdentity.Command("a"));
        }

        StoreFiles.Execute(path,
            $"""
            INSERT INTO commands (key, kind, conversation, payload, status, attempts, not_before, created_at, claimed_by, claimed_at)
            VALUES ('a', 'register', 'test|c1', '{payload}', 1, 1, 0, 0, 'a node that is dead', 0)
            """);
        await using var host = await ConversationsHost.StartAsync(
            Commands.TestHandler.Bot, services => services.AddSingleton<ICommandHandler>(handler), path, first.Clock);

        await Soon.ShouldBeSoAsync(() => looks == 1, "It need not wait for a sweep.");
        (await host.TranscriptAsync(new(TestChannel.Id, "c1"))).ShouldBe(["bot: a: found"]);
    }

    [Fact]
    public async Task Customers_who_left_are_forgotten()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var presence = host.Services.GetRequiredService<Presence>();
        await host.SayAsync(await host.OpenAsync(), "hello");
        presence.Known.ShouldBe(1);

        await host.PassUntilAsync(() => presence.Known == 0, "They are remembered for ever.");
    }

    [Fact]
    public async Task A_deleted_record_keeps_its_version_for_an_hour()
    {
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(turn =>
        {
            turn.Effects.SaveRecord(new("k", "deleted", null, 0));
            turn.Effects.SaveRecord(new("k", "expires", "{}", 0, ExpiresAt: turn.Activity.Timestamp!.Value.AddMinutes(20)));
            turn.Effects.SaveRecord(new("k", "stays", "{}", 0));
            return Task.CompletedTask;
        }));
        await host.SayAsync(await host.OpenAsync(), "delete");

        await host.PassAsync(TimeSpan.FromMinutes(59), TimeSpan.FromSeconds(30));
        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM records").ShouldBe(3);
        host.Clock.Advance(TimeSpan.FromHours(2));
        await host.PassUntilAsync(
            () => StoreFiles.Scalar(host.Path, "SELECT count(*) FROM records") == 1, "What is over stays for ever.");

        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM records WHERE content IS NOT NULL AND expires_at IS NULL").ShouldBe(1);
    }
}

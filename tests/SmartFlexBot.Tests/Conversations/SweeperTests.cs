using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Conversations.Store.Sealing;

namespace SmartFlexBot.Tests.Conversations;

/// <summary>The sweep finds what nobody works on, however much there is that nobody can work on.</summary>
public sealed class SweeperTests
{
    [Fact]
    public async Task Conversations_that_cannot_go_on_starve_nobody()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = await host.OpenAsync("zz");
        await host.SettleAsync();

        // More than a sweep takes up, all of a channel that this host does not have; and behind them one whose wake was lost.
        var lost = host.Services.GetRequiredService<RowSeal>().Seal(
            new InboxEvent(conversation, "lost", "lost", """{"type":"event","name":"lost"}""", "a"));
        StoreFiles.Execute(host.Path,
            $"""
            WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1200)
            INSERT INTO outbox (conversation, seq, status, attempts, not_before, created_at)
            SELECT 'gone|' || n, 1, 0, 0, 0, 0 FROM numbers;
            INSERT INTO inbox (conversation, dedupe_key, activity, status, attempts, not_before, told, activity_id, accepted_at)
            VALUES ('test|zz', '{lost.DedupeKey}', '{lost.Json}', 0, 0, 0, 0, 'a', 0);
            """);
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var sweeps = 0; (await host.BacklogAsync()).Turns > 0; sweeps++)
        {
            sweeps.ShouldBeLessThan(500, "It is never found.");
            host.Clock.Advance(TimeSpan.FromSeconds(2));
            await poll.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        (await host.LinesAsync(conversation)).ShouldBe(["bot: You said lost"]);
    }
}

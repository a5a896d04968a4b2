using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using SmartFlexBot.BotFramework;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Tests.Conversations;
using SmartFlexBot.Web.Health;

namespace SmartFlexBot.Tests.Web.Health;

/// <summary>The health check that holds a conversation of its own.</summary>
public sealed class TurnCheckTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bot_that_answers_is_well_and_nothing_of_the_conversation_stays()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        using var check = Check(host);

        for (var asked = 0; asked < 3; asked++)
        {
            (await CheckAsync(check)).Status.ShouldBe(HealthStatus.Healthy);
            host.Clock.Advance(TimeSpan.FromSeconds(11));
        }

        Rows(host).ShouldBe(0);
    }

    [Fact]
    public async Task Who_asks_often_does_not_make_the_bot_talk_often()
    {
        var turns = 0;
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(turn =>
        {
            Interlocked.Increment(ref turns);
            return turn.SendActivityAsync("yes");
        }));
        using var check = Check(host);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => CheckAsync(check)));

        turns.ShouldBe(1);
    }

    [Fact]
    public async Task A_bot_that_does_not_answer_is_ill_and_well_again_when_it_does()
    {
        var begun = new TaskCompletionSource();
        var silent = true;
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(async (turn, cancellationToken) =>
        {
            begun.TrySetResult();
            if (silent)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            await turn.SendActivityAsync("yes", cancellationToken: cancellationToken);
        }));
        using var check = Check(host);

        var asked = CheckAsync(check);
        await begun.Task;
        host.Clock.Advance(TimeSpan.FromSeconds(6));

        var ill = await asked;
        ill.Status.ShouldBe(HealthStatus.Unhealthy);
        ill.Description!.ShouldContain("not answered");

        silent = false;
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        (await CheckAsync(check)).Status.ShouldBe(HealthStatus.Healthy);
        Rows(host).ShouldBe(0);
    }

    private static TurnCheck Check(ConversationsHost host) =>
        new(host.Services.GetRequiredService<ProbeConversations>(), host.Clock, NullLogger<TurnCheck>.Instance);

    private static Task<HealthCheckResult> CheckAsync(TurnCheck check) => check.CheckHealthAsync(new HealthCheckContext(), Token);

    private static long Rows(ConversationsHost host) => StoreFiles.Scalar(
        host.Path,
        "SELECT (SELECT count(*) FROM conversations) + (SELECT count(*) FROM inbox) + (SELECT count(*) FROM log)"
            + " + (SELECT count(*) FROM outbox)");
}

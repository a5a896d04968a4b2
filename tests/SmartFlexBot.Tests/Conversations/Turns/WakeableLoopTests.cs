using SmartFlexBot.Conversations.Turns;

namespace SmartFlexBot.Tests.Conversations.Turns;

public sealed class WakeableLoopTests
{
    private readonly Queue<TaskCompletionSource> _gates = [];
    private int _runs;

    [Fact]
    public async Task Each_wake_is_followed_by_a_run_and_many_at_once_by_one()
    {
        var loop = Loop();
        var first = loop.WakeAsync();
        _runs.ShouldBe(1);
        await loop.WakeAsync();
        await loop.WakeAsync();
        _runs.ShouldBe(1, "it is running");

        _gates.Dequeue().SetResult();
        await Soon.ShouldBeSoAsync(() => _runs == 2, "Who woke it meanwhile is served.");
        _gates.Dequeue().SetResult();
        await first;

        _runs.ShouldBe(2);
        var next = loop.WakeAsync();
        _gates.Dequeue().SetResult();
        await next;
        _runs.ShouldBe(3);
    }

    [Fact]
    public async Task Something_else_is_run_instead_when_it_rests_and_a_wake_meanwhile_is_not_lost()
    {
        var loop = Loop();
        var gate = new TaskCompletionSource();
        var instead = loop.TryRunAsync(() => gate.Task);
        await loop.WakeAsync();
        _runs.ShouldBe(0);
        (await loop.TryRunAsync(() => Task.CompletedTask)).ShouldBeFalse("something runs");

        gate.SetResult();
        (await instead).ShouldBeTrue();

        await Soon.ShouldBeSoAsync(() => _runs == 1, "The wake was lost.");
        (await loop.TryRunAsync(() => Task.CompletedTask)).ShouldBeFalse("it runs");
        _gates.Dequeue().SetResult();
    }

    [Fact]
    public async Task Where_nobody_woke_it_nothing_follows_what_ran_instead()
    {
        var loop = Loop();
        (await loop.TryRunAsync(() => Task.CompletedTask)).ShouldBeTrue();
        _runs.ShouldBe(0);
        (await loop.TryRunAsync(() => Task.CompletedTask)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_failure_leaves_it_able_to_run_again()
    {
        var fails = true;
        var loop = new WakeableLoop(() => fails ? throw new InvalidOperationException("broken") : Task.CompletedTask);
        await Should.ThrowAsync<InvalidOperationException>(loop.WakeAsync);
        await Should.ThrowAsync<InvalidOperationException>(() => loop.TryRunAsync(() => throw new InvalidOperationException("instead")));
        fails = false;
        await loop.WakeAsync();
    }

    private WakeableLoop Loop() => new(() =>
    {
        _runs++;
        var gate = new TaskCompletionSource();
        _gates.Enqueue(gate);
        return gate.Task;
    });
}

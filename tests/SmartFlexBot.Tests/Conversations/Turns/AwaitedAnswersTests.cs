using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.Conversations.Turns;

namespace SmartFlexBot.Tests.Conversations.Turns;

/// <summary>A request waits for its answer; who has the answer in the store first decides which way it goes.</summary>
public sealed class AwaitedAnswersTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly string[] Answer = ["hello"];

    private readonly FakeTimeProvider _clock = new();
    private readonly AwaitedAnswers _awaited = new();

    [Fact]
    public async Task All_who_wait_for_the_same_get_it_and_nobody_else()
    {
        using var one = _awaited.Begin("a");
        using var two = _awaited.Begin("a");
        using var other = _awaited.Begin("b");
        var (first, second, third) = (WaitAsync(one), WaitAsync(two), WaitAsync(other));

        using (var promise = _awaited.Promise("a"))
        {
            promise!.Keep(Answer);
        }

        (await first).ShouldBe(Answer);
        (await second).ShouldBe(Answer);
        third.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Where_nobody_waits_nothing_is_promised()
    {
        _awaited.Promise("a").ShouldBeNull();
        using (_awaited.Begin("a"))
        {
            _awaited.Promise("b").ShouldBeNull();
        }

        _awaited.Promise("a").ShouldBeNull("who waited has left");
    }

    [Fact]
    public async Task It_ends_empty_at_its_time()
    {
        using var awaited = _awaited.Begin("a");
        var waiting = WaitAsync(awaited);
        _clock.Advance(Patience);
        (await waiting).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_being_stored_for_the_request_at_its_time_is_waited_for()
    {
        using var awaited = _awaited.Begin("a");
        var waiting = WaitAsync(awaited);
        using var promise = _awaited.Promise("a");
        _clock.Advance(Patience);
        waiting.IsCompleted.ShouldBeFalse();

        promise!.Keep(Answer);

        (await waiting).ShouldBe(Answer);
    }

    [Fact]
    public async Task A_promise_that_is_broken_after_its_time_ends_empty()
    {
        using var awaited = _awaited.Begin("a");
        var waiting = WaitAsync(awaited);
        using (_awaited.Promise("a"))
        {
            _clock.Advance(Patience);
        }

        (await waiting).ShouldBeNull();
    }

    [Fact]
    public async Task A_promise_that_is_broken_in_time_can_be_made_again()
    {
        using var awaited = _awaited.Begin("a");
        var waiting = WaitAsync(awaited);
        using (_awaited.Promise("a"))
        {
        }

        waiting.IsCompleted.ShouldBeFalse();
        using (var again = _awaited.Promise("a"))
        {
            again!.Keep(Answer);
        }

        (await waiting).ShouldBe(Answer);
    }

    [Fact]
    public async Task After_a_broken_promise_its_time_still_ends_it()
    {
        using var awaited = _awaited.Begin("a");
        var waiting = WaitAsync(awaited);
        using (_awaited.Promise("a"))
        {
        }

        _clock.Advance(Patience);

        (await waiting).ShouldBeNull();
    }

    private Task<IReadOnlyList<string>?> WaitAsync(AwaitedAnswer awaited) => awaited.WaitAsync(Patience, _clock);
}

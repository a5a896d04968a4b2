using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.Channels.BotConnector.Sending;

namespace SmartFlexBot.Tests.Channels.BotConnector.Sending;

/// <summary>Bot protocol H: what Teams takes of one bot, in a conversation and in a tenant.</summary>
public sealed class TeamsPaceTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly TeamsPace _pace;

    public TeamsPaceTests() => _pace = new(_time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_is_sent_seven_in_a_second_and_eight_in_two()
    {
        for (var n = 0; n < 7; n++)
        {
            (await SendAsync("c1")).ShouldBe(TimeSpan.Zero);
        }

        var eighth = SendAsync("c1");
        (await SendAsync("c2")).ShouldBe(TimeSpan.Zero, "another conversation has its own");
        await AfterAsync(TimeSpan.FromSeconds(1), eighth);

        var ninth = SendAsync("c1");
        await AfterAsync(TimeSpan.FromSeconds(1), ninth);
    }

    [Fact]
    public async Task What_would_wait_long_is_put_off_and_does_not_count()
    {
        for (var n = 0; n < 60; n++)
        {
            (await SendAsync("c1")).ShouldBe(TimeSpan.Zero);
            _time.Advance(TimeSpan.FromMilliseconds(400));
        }

        // The first of sixty was sent 24 seconds ago, and thirty have to be over.
        (await SendAsync("c1")).ShouldBe(TimeSpan.FromSeconds(6));
        (await SendAsync("c1")).ShouldBe(TimeSpan.FromSeconds(6));
        _time.Advance(TimeSpan.FromSeconds(6));
        (await SendAsync("c1")).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_conversation_is_sent_1800_in_an_hour()
    {
        for (var n = 0; n < 1800; n++)
        {
            (await SendAsync("c1")).ShouldBe(TimeSpan.Zero);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        (await SendAsync("c1")).ShouldBe(TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task A_tenant_is_sent_fifty_in_a_second_whichever_conversations_they_are_of()
    {
        for (var n = 0; n < 50; n++)
        {
            (await SendAsync($"c{n}")).ShouldBe(TimeSpan.Zero);
        }

        var next = SendAsync("c50");
        (await SendAsync("d1", tenant: "another")).ShouldBe(TimeSpan.Zero);
        await AfterAsync(TimeSpan.FromSeconds(1), next);
    }

    private Task<TimeSpan> SendAsync(string conversation, string tenant = "t1") => _pace.WaitAsync(conversation, tenant, Stop);

    /// <summary>It goes when the time has come, and not before.</summary>
    private async Task AfterAsync(TimeSpan pause, Task<TimeSpan> waiting)
    {
        var almost = pause - TimeSpan.FromMilliseconds(1);
        _time.Advance(almost);
        waiting.IsCompleted.ShouldBeFalse();
        _time.Advance(pause - almost);
        (await waiting).ShouldBe(TimeSpan.Zero);
    }
}

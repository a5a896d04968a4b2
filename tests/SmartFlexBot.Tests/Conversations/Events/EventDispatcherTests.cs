using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Events;

namespace SmartFlexBot.Tests.Conversations.Events;

/// <summary>Events are named "subject/number": those of one subject come in order, and hold up no other.</summary>
public sealed class EventDispatcherTests
{
    private static readonly EventReceipt Refused = new EventReceipt.Refused("HTTP 400");

    [Fact]
    public async Task One_event_that_is_refused_for_ever_holds_up_nobody_elses()
    {
        var sink = new Sink { Answer = key => key == "a/1" ? Refused : null };
        await using var host = await StartAsync(sink);
        await RecordAsync(host, "a/1", "b/1", "b/2");

        await host.PassAsync(TimeSpan.FromSeconds(4));

        sink.Taken.ShouldBe(["b/1", "b/2"]);
    }

    [Fact]
    public async Task Events_of_one_subject_wait_for_each_other_while_the_first_is_not_taken()
    {
        var isDown = true;
        var sink = new Sink { Answer = _ => isDown ? new EventReceipt.Later(TimeSpan.Zero, "down") : null };
        await using var host = await StartAsync(sink);
        await RecordAsync(host, "a/1", "a/2", "a/3");
        await host.PassAsync(TimeSpan.FromMinutes(15));
        sink.Offered.ShouldAllBe(key => key == "a/1");
        isDown = false;

        await host.PassAsync(TimeSpan.FromMinutes(5));

        sink.Taken.ShouldBe(["a/1", "a/2", "a/3"]);
        (await Letters(host).CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_refused_for_good_is_a_dead_letter_and_those_behind_it_go_on()
    {
        var sink = new Sink { Answer = key => key == "a/1" ? Refused : null };
        await using var host = await StartAsync(sink);
        await RecordAsync(host, "a/1", "a/2");

        await host.PassAsync(TimeSpan.FromMinutes(10));

        sink.Taken.ShouldBe(["a/2"]);
        sink.Offered.Count(key => key == "a/1").ShouldBe(8);
        var letter = (await Letters(host).ReadAsync(10)).ShouldHaveSingleItem();
        (letter.Key, letter.Name, letter.Attempts, letter.Reason).ShouldBe(("a/1", "journey.live", 8, "HTTP 400"));
    }

    [Fact]
    public async Task A_refusal_that_is_mended_in_time_is_no_dead_letter()
    {
        var refusals = 5;
        var sink = new Sink { Answer = _ => refusals-- > 0 ? Refused : null };
        await using var host = await StartAsync(sink);
        await RecordAsync(host, "a/1", "a/2");

        await host.PassAsync(TimeSpan.FromMinutes(2));

        sink.Taken.ShouldBe(["a/1", "a/2"]);
        (await Letters(host).CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(null, new[] { "b/1", "a/1", "c/1" })]
    [InlineData("c/1", new[] { "b/1", "c/1" })]
    [InlineData("b/1", new[] { "b/1" })]
    public async Task Dead_letters_are_offered_again_by_hand(string? key, string[] taken)
    {
        var isMended = false;
        var sink = new Sink { Answer = key => !isMended && key != "b/1" ? Refused : null };
        await using var host = await StartAsync(sink);
        await RecordAsync(host, "a/1", "b/1", "c/1");
        await host.PassAsync(TimeSpan.FromMinutes(4));
        isMended = true;

        (await Letters(host).RetryAsync(key)).ShouldBe(taken.Length - 1);
        await host.PassAsync(TimeSpan.FromSeconds(4));

        sink.Taken.ShouldBe(taken, ignoreOrder: true);
        (await Letters(host).CountAsync()).ShouldBe(3 - taken.Length);
    }

    [Fact]
    public async Task A_sink_that_throws_is_offered_it_again_and_stops_no_other_event()
    {
        var throws = 2;
        var sink = new Sink { Answer = key => key == "a/1" && throws-- > 0 ? throw new InvalidOperationException("broken") : null };
        await using var host = await StartAsync(sink);
        await RecordAsync(host, "a/1", "b/1");

        await host.PassAsync(TimeSpan.FromSeconds(10));

        sink.Taken.ShouldBe(["b/1", "a/1"]);
    }

    private static DeadLetters Letters(ConversationsHost host) => host.Services.GetRequiredService<DeadLetters>();

    private static async Task RecordAsync(ConversationsHost host, params string[] keys)
    {
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, string.Join(' ', keys));
    }

    private static Task<ConversationsHost> StartAsync(Sink sink) => ConversationsHost.StartAsync(
        new FunctionBot(turn =>
        {
            foreach (var key in turn.Activity.Text!.Split(' '))
            {
                turn.Effects.RecordEvent(new("journey.live", key.Split('/')[0], key, "{}"));
            }

            return Task.CompletedTask;
        }),
        services => services.AddSingleton<IBusinessEventSink>(sink));

    private sealed class Sink : IBusinessEventSink
    {
        /// <summary>Null takes the event.</summary>
        public required Func<string, EventReceipt?> Answer { get; init; }

        public ConcurrentQueue<string> Offered { get; } = [];

        public ConcurrentQueue<string> Taken { get; } = [];

        public Task<EventReceipt> TakeAsync(BusinessEvent businessEvent, CancellationToken cancellationToken)
        {
            Offered.Enqueue(businessEvent.Key);
            var answer = Answer(businessEvent.Key);
            if (answer is null)
            {
                Taken.Enqueue(businessEvent.Key);
            }

            return Task.FromResult(answer ?? new EventReceipt.Taken());
        }
    }
}

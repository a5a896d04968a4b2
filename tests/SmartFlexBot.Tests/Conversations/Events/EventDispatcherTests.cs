using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Tests.Conversations.Events;

public sealed class EventDispatcherTests
{
    [Fact]
    public async Task One_event_that_is_refused_for_ever_holds_up_nobody_elses()
    {
        var sink = new Sink { Answer = recorded => recorded.Key != "a/1" };
        await using var host = await StartAsync(sink);
        await RecordAsync(host, "a/1", "b/1", "b/2");

        await host.PassAsync(TimeSpan.FromSeconds(30));

        sink.Taken.ShouldBe(["b/1", "b/2"]);
    }

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
                turn.Effects.RecordEvent(new("journey.live", key, "{}"));
            }

            return Task.CompletedTask;
        }),
        services => services.AddSingleton<IBusinessEventSink>(sink));

    private sealed class Sink : IBusinessEventSink
    {
        public required Func<BusinessEvent, bool> Answer { get; init; }

        public ConcurrentQueue<string> Taken { get; } = [];

        public Task<bool> TakeAsync(BusinessEvent businessEvent, CancellationToken cancellationToken)
        {
            var answer = Answer(businessEvent);
            if (answer)
            {
                Taken.Enqueue(businessEvent.Key);
            }

            return Task.FromResult(answer);
        }
    }
}

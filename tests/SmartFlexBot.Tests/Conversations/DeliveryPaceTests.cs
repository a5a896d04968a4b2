using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Tests.Conversations;

public sealed class DeliveryPaceTests
{
    [Fact]
    public async Task A_channel_that_does_not_take_it_is_asked_less_and_less_often_and_for_as_long_as_it_takes()
    {
        var times = new List<double>();
        var channel = new TestChannel();
        await using var host = await ConversationsHost.StartAsync(Bots.Echo, channel: channel);
        var begun = host.Clock.GetUtcNow();
        channel.Answer = (_, _) =>
        {
            times.Add((host.Clock.GetUtcNow() - begun).TotalSeconds);
            return new Delivery.Retry(TimeSpan.Zero, "busy");
        };
        await host.SayAsync(await host.OpenAsync(), "a");

        await host.PassAsync(TimeSpan.FromMinutes(8), TimeSpan.FromSeconds(2));

        double[] pauses = [1, 2, 4, 8, 16, 32, 60, 60, 60];
        var seen = times.Zip(times.Skip(1), (one, next) => next - one).ToArray();
        seen.Length.ShouldBeGreaterThanOrEqualTo(pauses.Length);
        pauses.Zip(seen).ShouldAllBe(pair => pair.Second >= pair.First && pair.Second <= pair.First + 5);
        seen.Skip(pauses.Length).ShouldAllBe(pause => pause >= 60 && pause <= 65);
    }

    [Fact]
    public async Task What_waits_for_its_time_is_not_offered_before_by_something_new()
    {
        var asked = 0;
        var channel = new TestChannel();
        channel.Answer = (_, _) => ++asked == 1 ? new Delivery.Retry(TimeSpan.FromSeconds(30), "429") : new Delivery.Delivered();
        await using var host = await ConversationsHost.StartAsync(Bots.Echo, channel: channel);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "a");
        await Soon.ShouldBeSoAsync(() => asked == 1, "It is offered.");
        await host.SayAsync(conversation, "b");
        await host.PassAsync(TimeSpan.FromSeconds(20));
        asked.ShouldBe(1);

        await host.PassAsync(TimeSpan.FromSeconds(15));

        channel.Taken.Select(taken => taken.Text).ShouldBe(["You said a", "You said b"]);
        asked.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_given_up_is_not_offered_again_and_holds_up_nothing()
    {
        var asked = new List<long>();
        var channel = new TestChannel();
        channel.Answer = (entry, _) =>
        {
            asked.Add(entry.Sequence);
            return entry.Sequence == 2 ? new Delivery.GivenUp("blocked") : new Delivery.Delivered();
        };
        await using var host = await ConversationsHost.StartAsync(
            new FunctionBot(async turn =>
            {
                for (var n = 0; n < 40; n++)
                {
                    await turn.SendActivityAsync($"{n}");
                }
            }),
            channel: channel);

        await host.SayAsync(await host.OpenAsync(), "a");
        await Soon.ShouldBeSoAsync(() => channel.Taken.Count == 39, "The rest need not wait for a sweep.");
        await host.PassAsync(TimeSpan.FromSeconds(10));

        asked.ShouldBe(Enumerable.Range(2, 40).Select(sequence => (long)sequence));
    }

    [Fact]
    public async Task What_a_turn_says_goes_out_while_the_clock_stands_still()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        await host.SayAsync(await host.OpenAsync(), "a");
        await Soon.ShouldBeSoAsync(() => host.Channel.Taken.Count == 1, "It need not wait for a sweep.");
    }

    [Fact]
    public async Task Where_there_is_no_channel_it_waits_until_there_is_one()
    {
        string path;
        ConversationsHost first;
        var conversation = new ConversationKey("elsewhere", "c1");
        await using (first = await ConversationsHost.StartAsync(Bots.Echo))
        {
            await first.Inbox.OpenAsync(conversation, new("user"), TestContext.Current.CancellationToken);
            await first.SayAsync(conversation, "a");
            await first.ReadAsync(conversation, atLeast: 2);
            path = first.Path;
        }

        first.Channel.Taken.ShouldBeEmpty();
        StoreFiles.Scalar(path, "SELECT count(*) FROM outbox WHERE status = 0").ShouldBe(1);
    }
}

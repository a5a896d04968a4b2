using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite;

namespace SmartFlexBot.Tests.Conversations;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Activities_are_delivered_in_order_even_when_the_first_must_be_sent_again()
    {
        var channel = new TestChannel
        {
            Answer = (_, asked) => asked < 2 ? new Delivery.Retry(TimeSpan.FromSeconds(5), "429") : new Delivery.Delivered(),
        };
        await using var host = await ConversationsHost.StartAsync(
            new FunctionBot(async turn =>
            {
                await turn.SendActivityAsync($"{turn.Activity.Text} 1");
                await turn.SendActivityAsync($"{turn.Activity.Text} 2");
            }),
            channel: channel);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "a");
        await host.SayAsync(conversation, "b");

        await host.PassAsync(TimeSpan.FromSeconds(20));

        channel.Taken.Select(taken => taken.Text).ShouldBe(["a 1", "a 2", "b 1", "b 2"]);
        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM outbox").ShouldBe(0);
    }

    [Fact]
    public async Task An_activity_that_is_given_up_is_marked_and_the_next_goes_out()
    {
        var channel = new TestChannel
        {
            Answer = (entry, _) => entry.ReadActivity().Text == "You said a" ? new Delivery.GivenUp("blocked") : new Delivery.Delivered(),
        };
        await using var host = await ConversationsHost.StartAsync(Bots.Echo, channel: channel);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "a");
        await host.SayAsync(conversation, "b");

        await host.PassAsync(TimeSpan.FromSeconds(5));

        channel.Taken.Select(taken => taken.Text).ShouldBe(["You said b"]);
        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM outbox WHERE status = 1 AND reason = 'blocked'").ShouldBe(1);
    }

    [Fact]
    public async Task An_activity_that_may_have_been_delivered_is_marked_so_and_not_sent_again()
    {
        var channel = new TestChannel
        {
            Answer = (_, asked) => asked == 0 ? new Delivery.Uncertain("no answer") : new Delivery.Delivered(),
        };
        await using var host = await ConversationsHost.StartAsync(Bots.Echo, channel: channel);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "a");
        await host.SayAsync(conversation, "b");

        await host.PassAsync(TimeSpan.FromSeconds(20));

        channel.Taken.Select(taken => taken.Text).ShouldBe(["You said b"]);
        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM outbox WHERE status = 2 AND reason = 'no answer'").ShouldBe(1);
    }

    [Fact]
    public async Task Where_nobody_is_there_any_more_all_that_waits_is_given_up_and_who_comes_back_is_answered()
    {
        var (channel, offered) = (new TestChannel(), 0);
        channel.Answer = (_, _) => offered++ == 0 ? new Delivery.Unreachable("blocked") : new Delivery.Delivered();
        await using var host = await ConversationsHost.StartAsync(
            new FunctionBot(async turn =>
            {
                await turn.SendActivityAsync($"{turn.Activity.Text} 1");
                await turn.SendActivityAsync($"{turn.Activity.Text} 2");
            }),
            channel: channel);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "a");
        await host.PassAsync(TimeSpan.FromSeconds(20));
        offered.ShouldBe(1);
        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM outbox WHERE status = 1 AND reason = 'blocked'").ShouldBe(2);

        await host.SayAsync(conversation, "b");
        await host.PassAsync(TimeSpan.FromSeconds(5));

        channel.Taken.Select(taken => taken.Text).ShouldBe(["b 1", "b 2"]);
    }

    [Fact]
    public async Task A_channel_that_throws_against_its_contract_is_asked_again()
    {
        var channel = new TestChannel
        {
            Answer = (_, asked) => asked == 0 ? throw new InvalidOperationException("bug") : new Delivery.Delivered(),
        };
        await using var host = await ConversationsHost.StartAsync(Bots.Echo, channel: channel);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "a");

        await host.PassAsync(TimeSpan.FromSeconds(5));

        channel.Taken.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_slow_channel_delays_no_turn()
    {
        var channel = new TestChannel { IsCut = true };
        await using var host = await ConversationsHost.StartAsync(Bots.Counter, channel: channel);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "a");
        await host.SayAsync(conversation, "b");

        var entries = await host.ReadAsync(conversation, atLeast: 4);
        entries.Select(entry => entry.ReadActivity().Text).ShouldContain("2: b");
    }

    [Fact]
    public async Task A_delivery_whose_mark_was_lost_is_marked_again_and_not_sent_again()
    {
        var (channel, asked, mark) = (new TestChannel(), 0, (IDisposable?)null);
        await using var host = await ConversationsHost.StartAsync(Bots.Echo, channel: channel);
        channel.Answer = (_, _) =>
        {
            asked++;
            mark ??= StoreFiles.Lock(host.Path);
            return new Delivery.Delivered();
        };
        var conversation = await host.OpenAsync();
        // So that the test need not wait as long as a customer would.
        await host.Services.GetRequiredService<StoreWriter>().WriteAsync(
            session => session.First("PRAGMA busy_timeout = 10", row => row.GetInt64(0)));

        await host.SayAsync(conversation, "a");
        await host.Log.WaitForAsync("was interrupted");
        mark!.Dispose();
        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM outbox").ShouldBe(1, "else the mark was not lost");
        host.Clock.Advance(TimeSpan.FromSeconds(3));
        await host.SettleAsync();

        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM outbox").ShouldBe(0);
        asked.ShouldBe(1);
    }

    [Fact]
    public async Task More_than_a_batch_goes_out_in_order_without_waiting_for_a_sweep()
    {
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(async turn =>
        {
            for (var i = 0; i < 70; i++)
            {
                await turn.SendActivityAsync($"{i}");
            }
        }));

        await host.SayAsync(await host.OpenAsync(), "a");
        await host.SettleAsync();

        host.Channel.Taken.Select(taken => taken.Text).ShouldBe(Enumerable.Range(0, 70).Select(i => $"{i}"));
    }

    [Fact]
    public async Task A_channel_is_left_alone_for_as_long_as_it_asks()
    {
        var times = new List<DateTimeOffset>();
        var channel = new TestChannel();
        await using var host = await ConversationsHost.StartAsync(Bots.Echo, channel: channel);
        channel.Answer = (_, asked) =>
        {
            times.Add(host.Clock.GetUtcNow());
            return asked == 0 ? new Delivery.Retry(TimeSpan.FromSeconds(30), "429") : new Delivery.Delivered();
        };

        await host.SayAsync(await host.OpenAsync(), "a");
        await host.PassAsync(TimeSpan.FromSeconds(40));

        (times[1] - times[0]).ShouldBeInRange(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(34));
        times.Count.ShouldBe(2);
    }
}

using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Tests.Conversations;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Activities_are_delivered_in_order_even_when_the_first_must_be_sent_again()
    {
        var channel = new TestChannel { Answer = (_, asked) => asked < 2 ? new Delivery.Retry(TimeSpan.FromSeconds(5), "429") : new Delivery.Delivered() };
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
        var channel = new TestChannel { Answer = (entry, _) => entry.ReadActivity().Text == "You said a" ? new Delivery.GivenUp("blocked") : new Delivery.Delivered() };
        await using var host = await ConversationsHost.StartAsync(Bots.Echo, channel: channel);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "a");
        await host.SayAsync(conversation, "b");

        await host.PassAsync(TimeSpan.FromSeconds(5));

        channel.Taken.Select(taken => taken.Text).ShouldBe(["You said b"]);
        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM outbox WHERE status = 1 AND reason = 'blocked'").ShouldBe(1);
    }

    [Fact]
    public async Task A_channel_that_throws_against_its_contract_is_asked_again()
    {
        var channel = new TestChannel { Answer = (_, asked) => asked == 0 ? throw new InvalidOperationException("bug") : new Delivery.Delivered() };
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
}

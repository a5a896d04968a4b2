using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Tests.Conversations;

namespace SmartFlexBot.Tests.Desk;

/// <summary>What an agent sees of how far a message has come (failure mode 18).</summary>
public sealed class AgentsMessagesTests
{
    [Fact]
    public async Task Each_agent_message_shows_pending_sent_or_failed_with_the_reason_and_the_same_one_again_is_sent_once()
    {
        var answers = new Queue<Delivery>([
            new Delivery.Delivered(), new Delivery.GivenUp("HTTP 403"), new Delivery.Retry(TimeSpan.FromHours(1), "HTTP 503")]);
        var channel = new TestChannel { Answer = (_, _) => answers.Dequeue() };
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(turn => turn.SendActivityAsync(new Activity
        {
            Type = ActivityTypes.Message,
            Text = turn.Activity.Text,
            From = new() { Id = DeskEvents.PersonId, Name = "Ana" },
        })), channel: channel);
        var chat = await host.OpenAsync();
        foreach (var text in new[] { "arrives", "is refused", "waits", "waits behind it", "arrives" })
        {
            await host.SayAsync(chat, text, dedupeKey: text);
        }

        await host.ReadAsync(chat, atLeast: 8);
        await host.PassUntilAsync(() => answers.Count == 0, "the channel was asked");
        var states = (IDeliveryStates)host.Services.GetService(typeof(IDeliveryStates))!;
        var thread = await new DeskThread(host.History, states).ReadAsync(chat.ToString(), 0, TestContext.Current.CancellationToken);
        var shown = thread.Lines.Where(line => line.Author == ThreadAuthor.Agent).Select(line => (line.Text, line.Undelivered)).ToList();

        shown.ShouldBe(
        [
            ("arrives", null), ("is refused", new Undelivered(UndeliveredState.GivenUp, "HTTP 403")),
            ("waits", new Undelivered(UndeliveredState.Waiting, "HTTP 503")),
            ("waits behind it", new Undelivered(UndeliveredState.Waiting, Reason: null)),
        ]);
    }
}

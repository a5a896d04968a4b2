using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Conversations.Reminders;

public sealed class ReminderClockTests
{
    [Fact]
    public async Task More_than_a_batch_that_is_due_together_comes_together()
    {
        var heard = 0;
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(turn =>
        {
            if (turn.Activity.Name == "reminder")
            {
                Interlocked.Increment(ref heard);
                return Task.CompletedTask;
            }

            var due = turn.Activity.Timestamp!.Value.AddSeconds(30);
            for (var n = 0; n < 230; n++)
            {
                turn.Effects.Remind(new($"{n}", due, new() { Type = ActivityTypes.Event, Name = "reminder" }));
            }

            return Task.CompletedTask;
        }));
        await host.SayAsync(await host.OpenAsync(), "remind");
        await host.PassAsync(TimeSpan.FromSeconds(29));
        heard.ShouldBe(0);

        host.Clock.Advance(TimeSpan.FromSeconds(1));

        await Soon.ShouldBeSoAsync(() => heard == 230, "None waits for another, nor for a sweep.");
    }

    [Fact]
    public async Task One_that_is_asked_for_again_under_the_same_name_is_told_again()
    {
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(turn =>
        {
            if (turn.Activity.Name == "reminder")
            {
                return turn.SendActivityAsync("reminded");
            }

            turn.Effects.Remind(new("nudge", turn.Activity.Timestamp!.Value.AddSeconds(10), new() { Type = "event", Name = "reminder" }));
            return Task.CompletedTask;
        }));
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "first");
        await host.PassAsync(TimeSpan.FromSeconds(12));
        await host.SayAsync(conversation, "second");
        await host.PassAsync(TimeSpan.FromSeconds(12));

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: first", "bot: reminded", "user: second", "bot: reminded"]);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Conversations.Turns;

/// <content>Records that turns share.</content>
public sealed partial class TurnTests
{
    [Fact]
    public async Task A_turn_on_a_stale_record_is_run_again_on_the_fresh_one()
    {
        var firstHasRead = new TaskCompletionSource();
        var otherIsDone = new TaskCompletionSource();
        var attempts = new List<int>();
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(async turn =>
        {
            var record = await turn.Effects.FindRecordAsync("journey", "j1", Token);
            if (turn.Activity.Text == "slow")
            {
                attempts.Add(turn.Attempt);
                firstHasRead.TrySetResult();
                await otherIsDone.Task;
            }

            var text = record is null ? turn.Activity.Text : $"{record.Json} {turn.Activity.Text}";
            turn.State.Set("last", [text!], TestJson.Default.ListString);
            turn.Effects.SaveRecord(new("journey", "j1", text, record?.Version ?? 0));
            await turn.SendActivityAsync(text!);
        }));
        var slow = await host.OpenAsync("slow");
        var quick = await host.OpenAsync("quick");
        await host.SayAsync(slow, "slow");
        await firstHasRead.Task;
        await host.SayAsync(quick, "quick");
        await host.ReadAsync(quick, atLeast: 2);

        otherIsDone.SetResult();

        (await host.TranscriptAsync(slow)).ShouldBe(["user: slow", "bot: quick slow"]);
        attempts.ShouldBe([0, 1]);
    }

    [Fact]
    public async Task Many_conversations_can_change_one_record_without_losing_a_change()
    {
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(async turn =>
        {
            var record = await turn.Effects.FindRecordAsync("counter", "all", Token);
            var count = int.Parse(record?.Json ?? "0", null) + 1;
            turn.Effects.SaveRecord(new("counter", "all", $"{count}", record?.Version ?? 0));
            await turn.SendActivityAsync($"{count}");
        }));
        var conversations = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => host.OpenAsync($"c{i}")));

        await Task.WhenAll(conversations.SelectMany(
            conversation => Enumerable.Range(0, 5).Select(i => host.SayAsync(conversation, $"{i}"))));
        await host.PassAsync(TimeSpan.FromSeconds(60));

        host.Channel.Taken.Select(taken => int.Parse(taken.Text!, null)).Order().ShouldBe(Enumerable.Range(1, 20));
    }

    [Fact]
    public async Task A_record_is_found_as_saved_in_the_same_turn_and_gone_when_deleted_or_expired()
    {
        var found = new List<string?>();
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(async turn =>
        {
            var stored = await turn.Effects.FindRecordAsync("k", "1", Token);
            found.Add(stored is null ? null : $"{stored.Version}:{stored.Json}");
            var version = stored?.Version ?? 0;
            switch (turn.Activity.Text)
            {
                case "save":
                    turn.Effects.SaveRecord(new("k", "1", "a", version));
                    turn.Effects.SaveRecord(new("k", "1", "b", version + 1));
                    found.Add($"pending {(await turn.Effects.FindRecordAsync("k", "1", Token))?.Json}");
                    break;
                case "delete":
                    turn.Effects.SaveRecord(new("k", "1", null, version));
                    break;
                case "lease":
                    turn.Effects.SaveRecord(new("k", "1", "short", version, ExpiresAt: turn.Activity.Timestamp!.Value.AddSeconds(5)));
                    break;
            }
        }));
        var conversation = await host.OpenAsync();
        foreach (var word in (string[])["save", "look", "delete", "look", "lease", "look"])
        {
            await host.SayAsync(conversation, word);
        }

        await host.SettleAsync();
        await host.PassAsync(TimeSpan.FromSeconds(6));
        await host.SayAsync(conversation, "save");
        await host.SettleAsync();

        // Versions count on through the deletion and the expiry: an old reader cannot overwrite a new record.
        found.ShouldBe([null, "pending b", "1:b", "1:b", null, null, "3:short", null, "pending b"]);
        StoreFiles.Scalar(host.Path, "SELECT version FROM records").ShouldBe(4);
    }
}

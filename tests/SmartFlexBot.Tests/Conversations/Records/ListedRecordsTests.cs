using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Tests.Conversations.Records;

public sealed class ListedRecordsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_saved_is_found_by_its_kind_and_what_has_changed_comes_once_as_it_is_now()
    {
        await using var host = await StartAsync();
        var listed = Listed(host);
        await listed.SaveAsync("agent", "a", "1", Token);
        await listed.SaveAsync("chat", "c", "2", Token);
        var before = await listed.NewestAsync(Token);

        await listed.SaveAsync("agent", "a", "3", Token);

        (await listed.ListAsync("agent", 0, Token)).Select(record => record.Json).ShouldBe(["3"]);
        (await listed.ListAsync("agent", before, Token)).Count.ShouldBe(1);
        (await listed.ListAsync("chat", before, Token)).ShouldBeEmpty();
        var changes = await listed.ReadChangesAsync(0, 10, Token);
        changes.Select(record => (record.Kind, record.Json)).ShouldBe([("chat", "2"), ("agent", "3")]);
        (await listed.NewestAsync(Token)).ShouldBe(changes[^1].Number);
        (await listed.ReadChangesAsync(0, 1, Token)).ShouldBe([changes[0]]);
    }

    [Fact]
    public async Task Who_waits_is_woken_by_what_is_saved_outside_of_a_turn()
    {
        await using var host = await StartAsync();
        var listed = Listed(host);

        var waiting = await WaitAsync(host);
        await listed.SaveAsync("agent", "a", "1", Token);

        await waiting;
    }

    [Fact]
    public async Task Who_waits_is_woken_by_a_turn()
    {
        await using var host = await StartAsync();
        var conversation = await host.OpenAsync();

        var waiting = await WaitAsync(host);
        await host.SayAsync(conversation, "listed");

        await waiting;
    }

    [Fact]
    public async Task Who_waits_looks_again_after_a_while_and_what_is_new_already_is_not_waited_for()
    {
        await using var host = await StartAsync();
        var waiting = await WaitAsync(host);
        await host.PassAsync(TimeSpan.FromMinutes(1));
        await waiting;

        await Listed(host).SaveAsync("agent", "a", "1", Token);
        await Listed(host).WaitAsync(0, Token);
    }

    private static IListedRecords Listed(ConversationsHost host) => host.Services.GetRequiredService<IListedRecords>();

    /// <returns>A wait that has begun and is not over.</returns>
    private static async Task<Task> WaitAsync(ConversationsHost host)
    {
        var waiting = Listed(host).WaitAsync(await Listed(host).NewestAsync(Token), Token);
        await host.SettleAsync();
        waiting.IsCompleted.ShouldBeFalse("nothing has changed");
        return waiting;
    }

    private static Task<ConversationsHost> StartAsync() => ConversationsHost.StartAsync(new FunctionBot(turn =>
    {
        if (turn.Activity.Text is { } text)
        {
            turn.Effects.SaveRecord(new("chat", text, "{}", ExpectedVersion: 0, IsListed: true));
        }

        return Task.CompletedTask;
    }));
}

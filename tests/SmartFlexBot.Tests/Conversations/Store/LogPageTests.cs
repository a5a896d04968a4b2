using System.Text;

namespace SmartFlexBot.Tests.Conversations.Store;

public sealed class LogPageTests
{
    [Fact]
    public async Task A_page_ends_before_the_entry_that_does_not_fit()
    {
        await using var store = await StoreHost.StartAsync();
        await AcceptAsync(store, "first", "second", "third");
        var sizes = (await store.Log.ReadAsync(StoreHost.Conversation, 0, new(10, int.MaxValue))).Select(
            entry => Encoding.UTF8.GetByteCount(entry.Json)).ToArray();

        var two = await store.Log.ReadAsync(StoreHost.Conversation, 0, new(10, sizes[0] + sizes[1]));
        var one = await store.Log.ReadAsync(StoreHost.Conversation, 0, new(10, sizes[0] + sizes[1] - 1));

        two.Select(entry => entry.Sequence).ShouldBe([1, 2]);
        one.Select(entry => entry.Sequence).ShouldBe([1]);
    }

    [Fact]
    public async Task An_entry_that_is_longer_than_a_page_comes_alone()
    {
        await using var store = await StoreHost.StartAsync();
        await AcceptAsync(store, "first", "second");

        (await store.Log.ReadAsync(StoreHost.Conversation, 0, new(10, 1))).Select(entry => entry.Sequence).ShouldBe([1]);
        (await store.Log.ReadAsync(StoreHost.Conversation, 1, new(10, 1))).Select(entry => entry.Sequence).ShouldBe([2]);
        (await store.Log.ReadAsync(StoreHost.Conversation, 2, new(10, 1))).ShouldBeEmpty();
    }

    private static async Task AcceptAsync(StoreHost store, params string[] texts)
    {
        foreach (var text in texts)
        {
            await store.AcceptAsync(text);
        }
    }
}

using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Store;

/// <summary>A record is written by whoever read its last version; it counts on through deletion and expiry.</summary>
public sealed class RecordVersionTests
{
    [Fact]
    public async Task Each_write_follows_the_version_that_was_read()
    {
        await using var store = await StoreHost.StartAsync();

        await WriteAsync(store, 0, "a");
        await WriteAsync(store, 1, "b");

        (await store.Records.FindAsync("journey", "j1")).ShouldBe(new RecordContent(2, "b"));
        await Should.ThrowAsync<StaleVersionException>(() => WriteAsync(store, 0, "new"));
        await Should.ThrowAsync<StaleVersionException>(() => WriteAsync(store, 1, "old"));
        await Should.ThrowAsync<StaleVersionException>(() => WriteAsync(store, 3, "ahead"));
        (await store.Records.FindAsync("journey", "j1"))!.Text.ShouldBe("b");
        (await store.Records.FindAsync("journey", "other")).ShouldBeNull();
        (await store.Records.FindAsync("other", "j1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_deleted_record_is_gone_but_not_its_version()
    {
        await using var store = await StoreHost.StartAsync();
        await WriteAsync(store, 0, "a");
        await WriteAsync(store, 1, null);

        (await store.Records.FindAsync("journey", "j1")).ShouldBeNull();
        await Should.ThrowAsync<StaleVersionException>(() => WriteAsync(store, 2, "who read nothing"));
        await WriteAsync(store, 0, "b");
        (await store.Records.FindAsync("journey", "j1")).ShouldBe(new RecordContent(3, "b"));
    }

    [Fact]
    public async Task An_expired_record_is_gone_and_may_be_made_anew()
    {
        await using var store = await StoreHost.StartAsync();
        await WriteAsync(store, 0, "a", store.Now + 5000);
        store.Clock.Advance(TimeSpan.FromMilliseconds(4999));
        (await store.Records.FindAsync("journey", "j1"))!.Text.ShouldBe("a");
        await Should.ThrowAsync<StaleVersionException>(() => WriteAsync(store, 0, "too early"));

        store.Clock.Advance(TimeSpan.FromMilliseconds(1));

        (await store.Records.FindAsync("journey", "j1")).ShouldBeNull();
        await WriteAsync(store, 0, "b");
        (await store.Records.FindAsync("journey", "j1")).ShouldBe(new RecordContent(2, "b"));
    }

    private static async Task WriteAsync(StoreHost store, long expected, string? content, long? expiresAt = null)
    {
        var item = await store.AcceptAsync(Guid.NewGuid().ToString());
        var version = (await store.Turns.LoadAsync(StoreHost.Conversation))!.Version;
        await store.Turns.CommitAsync(
            Commits.Of(item, version) with { Records = [new("journey", "j1", expected, content, false, expiresAt)] });
    }
}

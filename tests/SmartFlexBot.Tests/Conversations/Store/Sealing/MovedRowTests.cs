using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Store.Sealing;

/// <summary>Who can write to the file can take rows away, but cannot make one say what another one says.</summary>
public sealed class MovedRowTests
{
    [Fact]
    public async Task An_entry_of_the_log_opens_at_its_place_alone()
    {
        await using var store = await StoreHost.StartAsync();
        await store.AcceptAsync("yes");
        await store.AcceptAsync("no");

        StoreFiles.Execute(store.Path, "UPDATE log SET activity = (SELECT activity FROM log WHERE seq = 1) WHERE seq = 2");

        (await store.TranscriptAsync()).ShouldBe(["1 c1|0000001: \"yes\"", "2 c1|0000002: "]);
    }

    [Fact]
    public async Task An_entry_of_another_conversation_does_not_open()
    {
        await using var store = await StoreHost.StartAsync();
        await store.AcceptAsync("mine");

        StoreFiles.Execute(store.Path, "UPDATE log SET conversation = 'test|c2'");

        (await store.TranscriptAsync(StoreHost.Other)).ShouldBe(["1 c1|0000001: "]);
    }

    [Fact]
    public async Task A_state_of_before_does_not_come_back()
    {
        await using var store = await StoreHost.StartAsync();
        await store.CommitAsync(commit => commit with { State = """{"consent":"yes"}""" });
        StoreFiles.Execute(store.Path, "CREATE TABLE kept AS SELECT state FROM conversations WHERE key = 'test|c1'");
        await store.CommitAsync(commit => commit with { State = """{"consent":"no"}""" });

        StoreFiles.Execute(store.Path, "UPDATE conversations SET state = (SELECT state FROM kept) WHERE key = 'test|c1'");

        await Should.ThrowAsync<System.Security.Cryptography.CryptographicException>(
            async () => await store.Turns.LoadAsync(StoreHost.Conversation));
    }

    [Fact]
    public async Task A_record_of_another_kind_or_key_does_not_open()
    {
        await using var store = await StoreHost.StartAsync();
        await store.CommitAsync(commit => commit with
        {
            Records = [new("journey", "a", 0, "\"a\"", false, null), new("journey", "b", 0, "\"b\"", false, null)],
        });

        StoreFiles.Execute(store.Path, "UPDATE records SET content = (SELECT content FROM records ORDER BY key LIMIT 1)");

        var opened = 0;
        foreach (var key in (string[])["a", "b"])
        {
            try
            {
                (await store.Records.FindAsync("journey", key))!.Text.ShouldBe($"\"{key}\"");
                opened++;
            }
            catch (System.Security.Cryptography.CryptographicException)
            {
                // The one whose content was overwritten.
            }
        }

        opened.ShouldBe(1);
    }
}

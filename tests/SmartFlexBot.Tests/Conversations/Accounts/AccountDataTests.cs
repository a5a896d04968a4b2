using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Accounts;

namespace SmartFlexBot.Tests.Conversations.Accounts;

/// <summary>One account's data, shown and erased while the bot runs; another one's stays.</summary>
public sealed class AccountDataTests
{
    private static readonly IBot Bot = new FunctionBot(async turn =>
    {
        var key = turn.Conversation.ConversationId;
        turn.State.Values["said"] = turn.Activity.Text;
        if (turn.Activity.Text == "begin")
        {
            turn.Effects.SaveRecord(new("journey", key, $$"""{"car":"car of {{key}}"}""", 0));
            turn.Effects.SaveRecord(new("consent", key, $$"""{"words":"yes from {{key}}"}""", 0, IsEvidence: true));
            var now = turn.Activity.Timestamp!.Value;
            turn.Effects.Watch(new("device", key, $$"""{"device":"{{key}}"}""", TimeSpan.FromDays(1), now.AddDays(9)));
            turn.Effects.Remind(new("later", now.AddDays(8), new() { Type = "event", Name = "later" }));
            turn.Effects.Command(new("nobody", key, $$"""{"command":"{{key}}"}"""));
            turn.Effects.RecordEvent(new("journey.live", key, key, $$"""{"event":"{{key}}"}"""));
        }

        await turn.SendActivityAsync($"You said {turn.Activity.Text ?? turn.Activity.Name}");
    });

    [Fact]
    public async Task An_export_has_everything_and_nothing_of_another()
    {
        await using var host = await StartAsync();

        var export = await Accounts(host).ExportAsync("A-1");

        export.Conversations.Select(one => one.Id).ShouldBe(["test|mine", "test|mine too"]);
        export.Conversations[0].Messages.Select(message => message.Activity!["text"]!.ToString()).ShouldBe(["begin", "You said begin"]);
        var json = export.ToJson();
        foreach (var kept in (string[])["car of mine", "yes from mine", "\"device\": \"mine\"", "\"command\": \"mine\"", "later", "Ada"])
        {
            json.ShouldContain(kept);
        }

        json.ShouldNotContain("theirs");
        (await Accounts(host).ExportAsync("A-3")).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Erased_means_that_the_files_do_not_have_it_any_more()
    {
        await using var host = await StartAsync();
        var before = Rows(host.Path, "A-1");
        before.Count.ShouldBeGreaterThan(12, "else this test looks for too little");
        before.Where(value => StoreFiles.Contain(host.Path, value)).Count().ShouldBe(before.Count, "else it looks in the wrong place");

        var erasure = await Accounts(host).EraseAsync("A-1", thorough: false);

        erasure.IsForgotten.ShouldBeTrue();
        erasure.Kept.ShouldBe(2);
        before.Where(value => StoreFiles.Contain(host.Path, value)).ShouldBeEmpty();
        (await Accounts(host).ExportAsync("A-1")).Records.Select(record => (record.Kind, record.IsEvidence))
            .ShouldBe([("consent", true), ("consent", true)]);
        (await host.LinesAsync(new(TestChannel.Id, "theirs"))).ShouldBe(["user: begin", "bot: You said begin"]);
        (await Accounts(host).ExportAsync("A-2")).Records.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_others_have_a_copy_of_is_erased_first_and_nothing_if_it_is_not()
    {
        var copies = new Copies();
        await using var host = await StartAsync(services => services.AddSingleton<IAccountCopies>(copies));

        await Should.ThrowAsync<CopiesNotErasedException>(() => Accounts(host).EraseAsync("A-1", thorough: false));
        (await Accounts(host).ExportAsync("A-1")).Conversations.Count.ShouldBe(2);
        copies.IsThere = true;
        var erasure = await Accounts(host).EraseAsync("A-1", thorough: false);

        copies.Asked.ShouldBe(["A-1", "A-1"]);
        (await Accounts(host).ExportAsync("A-1")).Conversations.ShouldBeEmpty();
        erasure.Rows.ShouldBeGreaterThan(10);
        (await Accounts(host).EraseAsync("A-1", thorough: false)).Rows.ShouldBe(0);
    }

    [Fact]
    public async Task A_conversation_that_is_longer_than_one_reading_is_shown_whole()
    {
        await using var host = await ConversationsHost.StartAsync(
            new FunctionBot(turn => turn.Activity.Text is null ? Task.CompletedTask : turn.SendActivityAsync("ok")));
        var conversation = new ConversationKey(TestChannel.Id, "long");
        await host.Inbox.OpenAsync(conversation, new("dl_customer", "Ada", "A-1"), TestContext.Current.CancellationToken);
        for (var number = 0; number < 201; number++)
        {
            await host.SayAsync(conversation, $"{number}");
        }

        await host.SettleAsync();

        var shown = (await Accounts(host).ExportAsync("A-1")).Conversations.Single().Messages;
        shown.Select(message => message.Activity!["text"]!.ToString()).Where(text => text != "ok")
            .ShouldBe(Enumerable.Range(0, 201).Select(number => $"{number}"));
    }

    [Fact]
    public async Task A_turn_that_runs_meanwhile_brings_nothing_back()
    {
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = new FunctionBot(async (turn, cancellationToken) =>
        {
            turn.Effects.SaveRecord(new("journey", "j", "{}", 0));
            begun.TrySetResult();
            await goOn.Task;
            await turn.SendActivityAsync("too late", cancellationToken: cancellationToken);
        });
        await using var host = await ConversationsHost.StartAsync(slow);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "hello");
        await begun.Task.WaitAsync(TestContext.Current.CancellationToken);

        await Accounts(host).EraseAsync("A-1", thorough: false);
        goOn.SetResult();

        await host.SettleAsync();
        (await Accounts(host).ExportAsync("A-1")).IsEmpty.ShouldBeTrue();
        await Should.ThrowAsync<ConversationNotFoundException>(() => host.SayAsync(conversation, "again"));
        await host.OpenAsync();
        await host.SayAsync(conversation, "anew");
        (await host.ReadAsync(conversation, atLeast: 2)).Count.ShouldBe(2, "who comes back begins anew");
    }

    private static AccountData Accounts(ConversationsHost host) => host.Services.GetRequiredService<AccountData>();

    private static async Task<ConversationsHost> StartAsync(Action<IServiceCollection>? configure = null)
    {
        var host = await ConversationsHost.StartAsync(Bot, configure);
        foreach (var (id, account) in new[] { ("mine", "A-1"), ("mine too", "A-1"), ("theirs", "A-2") })
        {
            var conversation = new ConversationKey(TestChannel.Id, id);
            await host.Inbox.OpenAsync(conversation, new("dl_customer", "Ada", account), TestContext.Current.CancellationToken);
            await host.SayAsync(conversation, "begin");
            await host.ReadAsync(conversation, atLeast: 2);
            host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        return host;
    }

    /// <returns>Everything long enough in the rows of the conversations called "mine", as it stands in the file, but evidence.</returns>
    private static List<string> Rows(string path, string account)
    {
        account.ShouldBe("A-1");
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        var values = new List<string>();
        foreach (var rows in (string[])
        [
            "conversations WHERE key LIKE 'test|mine%'", "log WHERE conversation LIKE 'test|mine%'",
            "inbox WHERE conversation LIKE 'test|mine%'",
            "watches WHERE conversation LIKE 'test|mine%'", "reminders WHERE conversation LIKE 'test|mine%'",
            "commands WHERE conversation LIKE 'test|mine%'",
            "records WHERE evidence = 0 AND owner IN (SELECT owner FROM conversations WHERE key LIKE 'test|mine%')",
            "events WHERE owner IN (SELECT owner FROM conversations WHERE key LIKE 'test|mine%')",
        ])
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {rows}";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    // The process that works at it names itself elsewhere too.
                    var isTheirs = reader.GetName(column) is not ("owner" or "claimed_by");
                    if (isTheirs && !reader.IsDBNull(column) && reader.GetValue(column) is string { Length: >= 20 } text)
                    {
                        // Long values go on in other pages: each has some of it.
                        values.Add(text[..Math.Min(text.Length, 60)]);
                        Encoding.UTF8.GetByteCount(text).ShouldBe(text.Length);
                    }
                }
            }
        }

        return [.. values.Distinct()];
    }

    private sealed class Copies : IAccountCopies
    {
        public bool IsThere { get; set; }

        public List<string> Asked { get; } = [];

        public Task EraseAsync(string accountNumber, CancellationToken cancellationToken)
        {
            Asked.Add(accountNumber);
            return IsThere ? Task.CompletedTask : throw new CopiesNotErasedException("Try again later.");
        }
    }
}

using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Accounts;

namespace SmartFlexBot.Tests.Conversations.Accounts;

/// <summary>A conversation that nobody vouched for, whose customer signs in to an account, out of it, and in to another.</summary>
public sealed class SigningInTests
{
    private static readonly DateTimeOffset Until = new(2027, 4, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly FunctionBot Bot = new(async turn =>
    {
        var said = turn.Activity.Text ?? turn.Activity.Name!;
        await turn.SendActivityAsync($"{turn.Origin.AccountNumber ?? "nobody"}: {said}");
        turn.Effects.SaveRecord(new("note", said, $$"""{"said":"{{said}}"}""", 0));
        if (said.Split(' ') is ["in", var account])
        {
            turn.Effects.Post(turn.Conversation, new() { Type = "event", Name = $"now {account}" }, account);
            turn.Effects.ChangeOrigin(turn.Origin with { AccountNumber = account, SignedInUntil = Until });
        }
        else if (said == "out")
        {
            turn.Effects.ChangeOrigin(turn.Origin with { AccountNumber = null, SignedInUntil = null });
        }
    });

    [Fact]
    public async Task The_next_turn_acts_for_the_account_and_the_channel_goes_on_vouching_for_nobody()
    {
        await using var host = await ConversationsHost.StartAsync(Bot);

        var conversation = await SayAllAsync(host, "hello", "in A-1", "yes", "out", "no", "in A-2", "ah");

        (await host.LinesAsync(conversation)).Where(line => line.StartsWith("bot", StringComparison.Ordinal)).ShouldBe(
        [
            "bot: nobody: hello", "bot: nobody: in A-1", "bot: A-1: now A-1", "bot: A-1: yes", "bot: A-1: out", "bot: nobody: no",
            "bot: nobody: in A-2", "bot: A-2: now A-2", "bot: A-2: ah",
        ]);
        await Should.ThrowAsync<ConversationOwnedByAnotherException>(() => host.Inbox.OpenAsync(
            conversation, new("dl_customer", "Ada", "A-2"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_kept_belongs_to_the_account_from_that_turn_on_and_is_erased_with_it()
    {
        await using var host = await ConversationsHost.StartAsync(Bot);
        await SayAllAsync(host, "hello", "in A-1", "yes", "out", "no");
        var accounts = host.Services.GetRequiredService<AccountData>();

        var export = await accounts.ExportAsync("A-1");
        await accounts.EraseAsync("A-1", thorough: false);

        export.Conversations.ShouldHaveSingleItem().Messages.Count.ShouldBe(11);
        export.Records.Select(record => record.Content!["said"]!.ToString()).ShouldBe(
            ["in A-1", "now A-1", "yes", "out", "no"], ignoreOrder: true);
        (await accounts.ExportAsync("A-1")).IsEmpty.ShouldBeTrue();
    }

    private static async Task<ConversationKey> SayAllAsync(ConversationsHost host, params string[] words)
    {
        var conversation = new ConversationKey(TestChannel.Id, "c1");
        foreach (var said in words)
        {
            // As a channel does with each message.
            await host.Inbox.OpenAsync(conversation, new("dl_customer", "Ada"), TestContext.Current.CancellationToken);
            await host.SayAsync(conversation, said);
            await host.SettleAsync();
        }

        return conversation;
    }
}

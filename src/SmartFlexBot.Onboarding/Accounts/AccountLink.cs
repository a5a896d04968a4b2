using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Accounts;

/// <summary>The card with which a customer signs in, and what became of its link.</summary>
internal sealed class AccountLink(ITurnContext context, Voice voice, PublicAddress address, TimeProvider clock)
{
    public Task ShowAsync()
    {
        var code = Ticket.NewCode();
        var ticket = new AccountTicket(context.Conversation.ToString(), context.Origin.UserId, voice.Locale);
        Save(Ticket.KeyOf(code), ticket, version: 0);
        return voice.ShowAsync("link", voice.Text("account.title"), new JsonObject
        {
            ["title"] = voice.Text("account.title"),
            ["text"] = voice.Text("account.text"),
            ["hasNote"] = false,
            ["note"] = "",
            ["button"] = voice.Text("signin.button"),
            ["url"] = address.Of(AccountTicket.PathOf(code)),
        });
    }

    /// <summary>A link serves once, in the conversation and for the customer that it was given to.</summary>
    /// <returns>False when what came with it counts for nothing.</returns>
    public async Task<bool> UseAsync(string key, CancellationToken cancellationToken)
    {
        if (await context.Effects.FindRecordAsync(AccountTicket.RecordKind, key, cancellationToken) is not { } record
            || AccountTicket.Read(record) is not { IsUsed: false } ticket
            || (ticket.Conversation, ticket.UserId) != (context.Conversation.ToString(), context.Origin.UserId))
        {
            return false;
        }

        Save(key, ticket with { IsUsed = true }, record.Version);
        return true;
    }

    private void Save(string key, AccountTicket ticket, long version) => context.Effects.SaveRecord(new RecordWrite(
        AccountTicket.RecordKind, key, ticket.Write(), version, ExpiresAt: clock.GetUtcNow() + AccountTicket.Lifetime));
}

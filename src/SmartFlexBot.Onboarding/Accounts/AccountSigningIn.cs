using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Accounts;

/// <summary>
/// Who writes signs in to their account: by a link, a code where the channel cannot tell that browser and chat are one person's, and a
/// choice where there are several accounts. What is typed as an account number is never one.
/// </summary>
internal sealed class AccountSigningIn(
    ITurnContext context, Conversation conversation, Voice voice, AccountLink link, ConversationAccount account, AccountSignIn settings,
    TimeProvider clock)
{
    public static AccountSigningIn Of(ITurnContext context, Turn turn) => new(
        context, turn.Conversation, turn.Voice, new(context, turn.Voice, turn.Address, turn.Clock), turn.Account, turn.SignIn, turn.Clock);

    public bool IsOffered => settings.IsOffered;

    private PendingAccount? Pending => conversation.Memory.Account;

    private IReadOnlyList<Choosable> Options => [.. Pending!.Numbers.Select(number => new Choosable(number, number))];

    /// <summary>The supplier's provider has vouched for accounts.</summary>
    public async Task TakeProvedAsync(CancellationToken cancellationToken)
    {
        if (ProvedAccounts.Read(context.ProtectedValue) is not { } proved || !await link.UseAsync(proved.Ticket, cancellationToken))
        {
            return;
        }

        if (proved.Numbers.Count == 0)
        {
            await voice.SayAsync("account.none");
            return;
        }

        var code = proved.Code is null ? null : AccountCode.HashOf(proved.Code, proved.Ticket);
        Keep(new(proved.Numbers, code, proved.Ticket, AccountCode.Tries, clock.GetUtcNow() + AccountCode.Lifetime));
        await (code is null ? ProvedAsync() : voice.AskAsync("account.code"));
    }

    /// <summary>Six digits while a code is asked for: they are it, or a wrong one.</summary>
    /// <returns>False for anything else.</returns>
    public async Task<bool> TakeCodeAsync(Reply reply)
    {
        if (Pending is not { Code: { } hash } pending || reply.IsCard || AccountCode.In(reply.Text) is not { } typed)
        {
            return false;
        }

        if (IsOver(pending))
        {
            await EndAsync("account.code.over");
        }
        else if (AccountCode.IsRight(typed, hash, pending.Salt))
        {
            Keep(pending with { Code = null });
            await ProvedAsync();
        }
        else if (pending.Tries > 1)
        {
            Keep(pending with { Tries = pending.Tries - 1 });
            await voice.AskAsync("account.code.wrong");
        }
        else
        {
            await EndAsync("account.code.over");
        }

        return true;
    }

    /// <summary>One of the accounts that were signed in to.</summary>
    /// <returns>False when there is nothing to choose, or nothing was chosen.</returns>
    public async Task<bool> TakeChoiceAsync(Reply reply)
    {
        if (Pending is not { Code: null } pending || IsOver(pending) || Choosable.Chosen(reply, Options) is not { } chosen)
        {
            return false;
        }

        await SignInAsync(chosen.Id);
        return true;
    }

    /// <summary>Who types what stands on the button gets another link, whatever is open.</summary>
    public async Task<bool> TakeWishAsync(Reply reply)
    {
        if (!settings.IsOffered || !voice.IsCaption("signin.button", reply.Text))
        {
            return false;
        }

        Keep(null);
        await link.ShowAsync();
        return true;
    }

    /// <summary>What is open stands again; else the way in is shown.</summary>
    public async Task ShowAsync()
    {
        if (Pending is { } pending && !IsOver(pending))
        {
            await (pending.Code is null ? AskWhichAsync() : voice.AskAsync("account.code.waiting"));
            return;
        }

        Keep(null);
        await link.ShowAsync();
    }

    private Task ProvedAsync() => Pending!.Numbers is [var only] ? SignInAsync(only) : AskWhichAsync();

    private Task AskWhichAsync() => voice.ShowAsync("choices", voice.Text("account.which"), new JsonObject
    {
        ["title"] = voice.Text("account.which"),
        ["text"] = voice.Text("account.which.text"),
        ["options"] = Choosable.Options(Options),
    });

    private async Task SignInAsync(string number)
    {
        await voice.SayAsync("account.signed-in");
        account.SignIn(number, clock.GetUtcNow() + settings.Lifetime);
    }

    private async Task EndAsync(string why)
    {
        Keep(null);
        await voice.SayAsync(why);
        await link.ShowAsync();
    }

    private bool IsOver(PendingAccount pending) => pending.Until <= clock.GetUtcNow();

    private void Keep(PendingAccount? pending) => conversation.Remember(memory => memory with { Account = pending });
}

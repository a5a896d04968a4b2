using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Accounts;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Tests.Onboarding.Accounts;

/// <summary>A chat of somebody whom no channel vouches for, with the supplier's provider at the other end of its links.</summary>
internal sealed class Stranger
{
    public const string Code = "123456";

    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(30);

    public Stranger(InMemoryKraken? kraken = null) =>
        Chat = new(kraken ?? new InMemoryKraken(), signIn: new(IsOffered: true, Lifetime)) { Account = null };

    public Chat Chat { get; }

    /// <summary>Whose account the chat acts for.</summary>
    public string? Account => Chat.Effects.Origin?.AccountNumber;

    /// <summary>The code in the newest card's link.</summary>
    public string Link =>
        Chat.CardTexts.First(text => text.StartsWith("https://chat.example.com/account/sign-in/", StringComparison.Ordinal)).Split('/')[^1];

    /// <summary>The record key of the newest card's link.</summary>
    public string Ticket => SmartFlexBot.Onboarding.Turns.Ticket.KeyOf(Link);

    /// <summary>The browser comes back from the provider.</summary>
    /// <param name="code">Null: it is the chat's own browser.</param>
    /// <returns>What the bot says to it.</returns>
    public Task<IReadOnlyList<string>> ProveAsync(string ticket, string? code, params string[] numbers) => Chat.HappenAsync(
        OnboardingEvents.AccountProved, new JsonObject { ["ticket"] = ticket }, new ProvedAccounts(ticket, numbers, code).Write());

    /// <summary>The event that the turn before has posted into its own conversation.</summary>
    public Task<IReadOnlyList<string>> GoOnAsync()
    {
        Chat.Effects.PostedTo[^1].Conversation.ShouldBe("directline|c-1");
        return Chat.TurnAsync(Chat.Effects.Posted[^1]);
    }

    /// <summary>Signs in to one account in the chat's own browser.</summary>
    public async Task<IReadOnlyList<string>> SignInAsync(string number = "A-1")
    {
        await Chat.SayAsync("hello");
        await ProveAsync(Ticket, code: null, number);
        return await GoOnAsync();
    }
}

using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>
/// Answers whatever the bot asks, the way that leads on: from wherever a script has left the conversation, it must get to LIVE.
/// </summary>
internal sealed class WillingCustomer(Script script, ScriptTab tab, CustomerBrowser browser)
{
    private const string Devices = "Tesla Model 3 Long Range and a Hypervolt Home 3 Pro";

    /// <summary>More moves than this are a circle.</summary>
    private const int MostMoves = 30;

    /// <summary>What leads on at the pages of makers; an old sign-in link only leads back.</summary>
    private static readonly string[] Pressable = ["Allow", "Approve", "Back"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task GoToLiveAsync()
    {
        for (var moves = 0; moves < MostMoves; moves++)
        {
            await HearAsync();
            if (IsLive)
            {
                return;
            }

            if (!await MoveAsync())
            {
                await WaitAsync();
            }
        }

        throw new ScriptException("The customer answered everything and still did not get to LIVE.");
    }

    /// <summary>One move, if there is anything to do now.</summary>
    /// <returns>False when there is not.</returns>
    public async Task<bool> MoveOnceAsync()
    {
        await HearAsync();
        return !IsLive && await MoveAsync();
    }

    public bool IsLive => tab.Newest is { Card: { } card }
        ? card.Words.Any(word => script.Fits("[live.title]", word))
        : script.Fits("[live.already]", tab.Newest.Text);

    /// <summary>How often a maker's link had been used in another window, and led back without an answer.</summary>
    public int TurnedBack { get; private set; }

    private ChatCard? _answered;

    private async Task<bool> MoveAsync()
    {
        if (tab.Newest.Card is null && (IsAsked("[devices.ask.Both]") || IsAsked("[devices.retry]") || IsAsked("[devices.ask.Vehicle]")))
        {
            await tab.SayAsync(Devices);
            return true;
        }

        if (tab.Newest.Card is null && IsAsked("[devices.ask.ChargePoint]"))
        {
            await tab.SayAsync("Hypervolt Home 3 Pro");
            return true;
        }

        if (tab.Newest.Card is null && IsAsked("[input.ask]"))
        {
            await tab.SayAsync("SN-123456");
            return true;
        }

        if (tab.Cards is not [.., var card] || ReferenceEquals(card, _answered))
        {
            return false;
        }

        _answered = card;
        foreach (var move in new Func<ChatCard, Task<bool>>[] { ConsentAsync, LinkAsync, ButtonAsync })
        {
            if (await move(card))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> ConsentAsync(ChatCard card)
    {
        if (!card.Boxes.Any() || card.Buttons.FirstOrDefault(button => Does(button) is "consent" or "yes") is not { } submit)
        {
            return false;
        }

        foreach (var (id, _) in card.Boxes)
        {
            tab.Ticked.Add(id);
        }

        await tab.PressAsync(card, submit);
        return true;
    }

    private async Task<bool> LinkAsync(ChatCard card)
    {
        if (card.Buttons.Select(button => ChatCard.Text(button, "url")).FirstOrDefault(url => url is not null) is not { } url)
        {
            return false;
        }

        await tab.Client.RunInAsync(browser);
        await browser.OpenAsync(new Uri(url));
        if (Pressable.FirstOrDefault(browser.Has) is { } caption)
        {
            await browser.PressAsync(caption);
            TurnedBack += caption == "Back" ? 1 : 0;
        }

        // A card with more than a link is answered as well.
        return card.Buttons.All(button => Does(button) is null or "done");
    }

    private async Task<bool> ButtonAsync(ChatCard card)
    {
        foreach (var wanted in new[] { "yes", "start", "choose", "done" })
        {
            if (card.Buttons.FirstOrDefault(button => Does(button) == wanted) is not { } button)
            {
                continue;
            }

            await tab.PressAsync(card, button);
            return true;
        }

        return false;
    }

    private static string? Does(JsonObject button) => button["data"] is JsonObject data ? ChatCard.Text(data, "do") : null;

    private bool IsAsked(string pattern) => script.Fits(pattern, tab.Newest.Text);

    private async Task HearAsync()
    {
        await script.Host.SettleAsync();
        await tab.ReadAsync();
        while (tab.IsAhead)
        {
            tab.Next();
        }
    }

    /// <summary>Until the bot says something; when it never does, the customer asks where they are.</summary>
    private async Task WaitAsync()
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += TimeSpan.FromSeconds(1))
        {
            script.Host.Clock.Advance(TimeSpan.FromSeconds(1));
            await script.Host.SettleAsync();
            await tab.ReadAsync();
            if (tab.IsAhead)
            {
                return;
            }
        }

        _answered = null;
        await tab.SayAsync("status");
    }
}

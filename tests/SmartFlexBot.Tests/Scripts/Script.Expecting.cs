using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Onboarding.Cards;

namespace SmartFlexBot.Tests.Scripts;

/// <content>What the bot is expected to say, and how long it may take.</content>
internal sealed partial class Script
{
    private async Task<IReadOnlyList<string>> HearAsync(ScriptTab tab)
    {
        await Host.SettleAsync();
        await tab.ReadAsync();
        var heard = new List<string>();
        while (tab.IsAhead)
        {
            var (text, card) = tab.Next();
            heard.AddRange(card?.Words ?? [text]);
        }

        return heard;
    }

    private async Task ExpectAsync(ScriptTab tab, string pattern, bool card)
    {
        var waited = TimeSpan.Zero;
        while (true)
        {
            await Host.SettleAsync();
            await tab.ReadAsync();
            while (tab.IsAhead)
            {
                var (text, shown) = tab.Next();
                var fits = card ? shown?.Words.Any(word => Fits(pattern, word)) == true : shown is null && Fits(pattern, text);
                if (fits)
                {
                    _skips = false;
                    return;
                }

                if (!_skips)
                {
                    throw new ScriptException(
                        $"Expected {(card ? "a card" : "")} \"{pattern}\", but the bot said:\n{shown?.ToString() ?? text}");
                }
            }

            if (waited >= Patience)
            {
                throw new ScriptException($"The bot never said \"{pattern}\".");
            }

            waited += TimeSpan.FromSeconds(1);
            Host.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Nothing is said now, nor in the next half minute.</summary>
    private async Task SilentAsync(ScriptTab tab)
    {
        await PassAsync(TimeSpan.FromSeconds(30));
        await tab.ReadAsync();
        if (tab.IsAhead)
        {
            throw new ScriptException($"The bot should be silent, but said:\n{tab.Waiting}");
        }
    }

    private async Task PassAsync(TimeSpan span)
    {
        var step = TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(span.TotalSeconds / 60)));
        for (var left = span; left > TimeSpan.Zero; left -= step)
        {
            await Host.SettleAsync();
            Host.Clock.Advance(left < step ? left : step);
        }

        await Host.SettleAsync();
    }
}

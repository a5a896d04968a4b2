using System.Text.Json.Nodes;
using SmartFlexBot.Tests.Cards;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>What holds for everything that the bot says in a script, whatever it is about.</summary>
internal static class ShownWords
{
    /// <exception cref="ScriptException">A customer would read what is no word for them, or hear another card than they see.</exception>
    public static void Check(JsonNode activity, string text, IReadOnlyList<ChatCard> cards, IReadOnlyList<string> typed)
    {
        var shown = cards.SelectMany(card => card.Words.Concat(card.Buttons.Select(button => ChatCard.Text(button, "title") ?? "")));
        foreach (var words in shown.Append(text).Select(words => typed.Where(own => own.Length > 0).Aggregate(words, Without)))
        {
            if (PlainWords.FaultsIn(words) is { Count: > 0 } faults)
            {
                throw new ScriptException($"The bot said \"{words}\", with {string.Join(", ", faults)}.");
            }
        }

        foreach (var card in cards)
        {
            var (spoken, instead) = (card.Content["speak"]!.GetValue<string>(), card.Content["fallbackText"]!.GetValue<string>());
            if (spoken != activity["speak"]?.GetValue<string>() || spoken != activity["summary"]?.GetValue<string>()
                || !instead.StartsWith(spoken, StringComparison.Ordinal))
            {
                throw new ScriptException($"The card {card} is told otherwise: speak, summary or fallbackText are not \"{spoken}\".");
            }
        }
    }

    private static string Without(string words, string own) => words.Replace(own, "X", StringComparison.OrdinalIgnoreCase);
}

using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>Something to choose.</summary>
/// <param name="Value">What is shown, and what can be typed.</param>
/// <param name="Synonyms">What else can be typed.</param>
/// <param name="Action">The button; one that says <paramref name="Value"/> when null.</param>
public sealed record Choice(string Value, IReadOnlyList<string>? Synonyms = null, CardAction? Action = null);

/// <param name="Value">The <see cref="Choice.Value"/> that was chosen.</param>
/// <param name="Index">Its position among the choices, from 0.</param>
/// <param name="Score">1 for an exact answer, less for a partial one.</param>
/// <param name="Synonym">What of the choice was recognised, when it was not the value itself.</param>
public sealed record FoundChoice(string Value, int Index, double Score, string? Synonym = null);

/// <summary>How choices are shown.</summary>
public enum ListStyle
{
    /// <summary>As <see cref="SuggestedAction"/>, unless the question brings its own buttons or a card.</summary>
    Auto,

    /// <summary>Not at all: the question shows them itself.</summary>
    None,

    /// <summary>As numbered lines under the question.</summary>
    List,

    /// <summary>As buttons.</summary>
    SuggestedAction,
}

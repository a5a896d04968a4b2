using System.Globalization;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Choices;

/// <param name="Number">From 1; -1 is the last.</param>
/// <param name="Word">What said so.</param>
/// <param name="IsCertain">It was said that a place is meant: "option 2".</param>
internal readonly record struct Place(int Number, string Word, bool IsCertain = false);

/// <summary>Reads a place in a list: "2", "#2", "option two", "I'll take the second one". A number inside a sentence is none.</summary>
internal static class PlaceReader
{
    private const int MaximumDigits = 3;

    /// <summary>A number alone, or after a word for place.</summary>
    public static Place? Number(ChoiceTalk talk) => talk.Weighty switch
    {
        [var only] => Number(talk, only),
        [var noun, var number] when talk.IsPlaceNoun(noun) => Number(talk, number) is { } place ? place with { IsCertain = true } : null,
        _ => null,
    };

    /// <summary>An ordinal, and around it only words of choosing.</summary>
    public static Place? Ordinal(ChoiceTalk talk)
    {
        var ordinals = talk.Cues.FindAll(cue => cue.Meaning.StartsWith(CueWords.Ordinal, StringComparison.Ordinal));
        var places = ordinals.Select(cue => cue.Meaning[CueWords.Ordinal.Length..]).Distinct().ToList();
        return places is [var place] && talk.IsAll(token => talk.IsPlaceNoun(token) || ordinals.Exists(hit => hit.Covers(token)))
            ? new(int.Parse(place, CultureInfo.InvariantCulture), talk.Utterance.Tokens[ordinals[0].Start].Text)
            : null;
    }

    private static Place? Number(ChoiceTalk talk, int at)
    {
        var token = talk.Utterance.Tokens[at];
        var digits = token.IsNumber ? token.Text : Spoken.Write(token.Text) ?? "";
        return digits.Length is > 0 and <= MaximumDigits && digits.All(char.IsAsciiDigit) && !HasSign(talk.Utterance.Source, token.Start)
            ? new(int.Parse(digits, CultureInfo.InvariantCulture), token.Text)
            : null;
    }

    private static bool HasSign(string source, int start) => start > 0 && source[start - 1] is '-' or '\u2212' or '+';
}

using System.Globalization;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Choices;

/// <param name="Number">From 1; -1 is the last.</param>
/// <param name="Word">What said so.</param>
/// <param name="Noun">The word before it that says that a place is meant ("option"); null when there was none.</param>
internal readonly record struct Place(int Number, string Word, string? Noun = null);

/// <summary>Reads a place in a list: "2", "#2", "option two", "I'll take the second one". A number inside a sentence is none.</summary>
internal static class PlaceReader
{
    private const int MaximumDigits = 3;

    /// <summary>A number alone, or after a word for place.</summary>
    public static Place? Number(ChoiceTalk talk) =>
        talk.Weighty is [.. var nouns, var number] && nouns.TrueForAll(talk.IsPlaceNoun) && Number(talk, number) is { } place
            ? place with { Noun = nouns.Count > 0 ? talk.Utterance.Tokens[nouns[^1]].Text : null }
            : null;

    /// <summary>An ordinal, and around it only words of choosing.</summary>
    public static Place? Ordinal(ChoiceTalk talk)
    {
        var ordinals = talk.Cues.FindAll(cue => cue.Meaning.StartsWith(CueWords.Ordinal, StringComparison.Ordinal));
        var places = ordinals.Select(cue => cue.Meaning[CueWords.Ordinal.Length..]).Distinct().ToList();
        var around = talk.IsAboutDevices ? WordRole.Talk : WordRole.Choosing;
        return places is [var place] && talk.IsAll(around, token => talk.IsPlaceNoun(token) || ordinals.Exists(hit => hit.Covers(token)))
            ? new(int.Parse(place, CultureInfo.InvariantCulture), talk.Utterance.Tokens[ordinals[0].Start].Text)
            : null;
    }

    private static Place? Number(ChoiceTalk talk, int at)
    {
        var token = talk.Utterance.Tokens[at];
        var digits = token.IsNumber ? token.Text : Spoken.Write(token.Text) ?? "";
        var isPlace = digits.Length is > 0 and <= MaximumDigits && digits[0] != '0' && digits.All(char.IsAsciiDigit);
        return isPlace && !HasSign(talk.Utterance.Source, token.Start)
            ? new(int.Parse(digits, CultureInfo.InvariantCulture), token.Text)
            : null;
    }

    private static bool HasSign(string source, int start) => start > 0 && source[start - 1] is '-' or '\u2212' or '+';
}

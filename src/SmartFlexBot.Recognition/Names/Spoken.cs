using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Names;

/// <summary>Numbers and letters as voice-to-text writes them ("e v six", "model why").</summary>
internal static class Spoken
{
    private static readonly Dictionary<string, string> Written = WordLists.Phrases(list => list.Spoken)
        .GroupBy(entry => Normaliser.Compact(entry.Phrase))
        .ToDictionary(group => group.Key, group => group.First().Meaning is "." ? "" : group.First().Meaning);

    public static string? Write(string token) => Written.GetValueOrDefault(token);
}

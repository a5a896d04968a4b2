using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>Names as voice-to-text writes them: "e v six", "i de tres", "e deux cent huit", "modelo i griega".</summary>
internal static class SpokenNames
{
    /// <summary>Names of letters that are everyday words as well: letters only between one and a number.</summary>
    private static readonly Dictionary<string, string> LettersInside = new()
    {
        ["de"] = "d",
        ["di"] = "d",
        ["ve"] = "v",
        ["vi"] = "v",
        ["vu"] = "v",
        ["ge"] = "g",
        ["gi"] = "g",
        ["te"] = "t",
        ["ti"] = "t",
    };

    private static readonly string[] Greek = ["griega", "grec", "greca"];

    /// <returns>The tokens with numbers and letters in figures; <paramref name="written"/> itself when nothing is spoken.</returns>
    public static string[] Write(string[] written)
    {
        var spoken = Array.ConvertAll(written, token => Spoken.Write(token) ?? token);
        SpokenNumbers.Join(written, spoken);
        for (var i = 1; i < written.Length; i++)
        {
            if (written[i - 1] == "i" && Greek.Contains(written[i]))
            {
                (spoken[i - 1], spoken[i]) = ("y", "");
            }
            else if (written[i - 1].Length == 1 && LettersInside.TryGetValue(written[i], out var letter) && IsNumberNext(spoken, i + 1))
            {
                spoken[i] = letter;
            }
        }
        return spoken.SequenceEqual(written) ? written : spoken;
    }

    /// <summary>A point between them says nothing: "i de punto tres".</summary>
    private static bool IsNumberNext(string[] spoken, int at)
    {
        while (at < spoken.Length && spoken[at].Length == 0)
        {
            at++;
        }
        return at < spoken.Length && NameWords.IsNumber(spoken[at]);
    }
}

using System.Globalization;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>Numbers of several words: "sixty four", "sesenta y cuatro", "deux cent huit", "dos mil ocho".</summary>
internal static class SpokenNumbers
{
    private const int LongestNumber = 4;

    private static readonly Dictionary<string, int> Multipliers = new()
    {
        ["hundred"] = 100,
        ["hundert"] = 100,
        ["cent"] = 100,
        ["cents"] = 100,
        ["cento"] = 100,
        ["cientos"] = 100,
        ["ciento"] = 100,
        ["thousand"] = 1000,
        ["tausend"] = 1000,
        ["mil"] = 1000,
        ["mille"] = 1000,
        ["mila"] = 1000,
    };

    private static readonly string[] Joints = ["and", "y", "et", "und", "e"];

    /// <summary>Writes each number in the place of its first word, and empties those of the others.</summary>
    public static void Join(string[] written, string[] spoken)
    {
        for (var i = 0; i < spoken.Length; i++)
        {
            if (IsSpoken(written, spoken, i))
            {
                JoinFrom(i, written, spoken);
            }
        }
    }

    private static void JoinFrom(int start, string[] written, string[] spoken)
    {
        var at = start + 1;
        var number = int.Parse(spoken[start], CultureInfo.InvariantCulture);
        if (at < written.Length && number is > 0 and < 10 && Multipliers.TryGetValue(written[at], out var times))
        {
            number *= times;
            at = AddRest(at + 1, written, spoken, ref number, below: times);
        }
        else if (number is >= 100 and <= 900 && number % 100 == 0)
        {
            at = AddRest(at, written, spoken, ref number, below: 100);
        }
        else if (number is >= 20 and <= 90 && number % 10 == 0)
        {
            at = AddRest(at, written, spoken, ref number, below: 10);
        }
        if (at > start + 1)
        {
            spoken[start] = number.ToString(CultureInfo.InvariantCulture);
            Array.Fill(spoken, "", start + 1, at - start - 1);
        }
    }

    /// <returns>Where the number ends.</returns>
    private static int AddRest(int at, string[] written, string[] spoken, ref int number, int below)
    {
        var next = at < written.Length && Joints.Contains(written[at]) ? at + 1 : at;
        if (next < written.Length && IsSpoken(written, spoken, next)
            && int.Parse(spoken[next], CultureInfo.InvariantCulture) is > 0 and var rest && rest < below)
        {
            number += rest;
            return next + 1;
        }
        return at;
    }

    /// <summary>A word that says a number, and no figures.</summary>
    private static bool IsSpoken(string[] written, string[] spoken, int at) =>
        spoken[at].Length is > 0 and <= LongestNumber && NameWords.IsNumber(spoken[at]) && !NameWords.IsNumber(written[at])
        && spoken[at] is not "00" && !spoken[at].Contains('.', StringComparison.Ordinal);
}

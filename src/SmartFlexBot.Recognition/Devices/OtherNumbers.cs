using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>
/// Makers number their models: who says "Atto 2" or "Sealion 5" does not mean the Atto 3 or the Sealion 7 that the market has, nor a Seal
/// by "Seal 6".
/// </summary>
internal static class OtherNumbers
{
    /// <summary>They grade equipment by number: "Niro EV 4".</summary>
    private static readonly string[] GradedByNumber = ["Kia", "Simpson & Partners"];

    private static readonly string[] Units =
    [
        "kw", "kwh", "m", "x", "km", "ps", "cv", "hp", "ch", "phase", "phasig", "polig", "years", "year", "jahre", "anni", "ans", "anos",
        "seats", "seater", "sitzer", "sitze", "plazas", "places", "posti", "doors", "turen", "portes", "porte", "puertas", "pin",
        "meter", "metres", "cars", "autos", "times", "mal", "veces", "fois", "volte", "weeks", "months", "wochen", "monate",
    ];

    private static readonly string[] Generation = ["gen", "generation", "series", "serie", "mk", "version", "v"];

    public static bool IsBeside(Analysis analysis, Mention mention)
    {
        var family = analysis.Families[mention.Families[0]];
        var numbers = Normaliser.Read(family.Name).Tokens.Where(token => token.IsNumber).Select(token => token.Text).ToHashSet();
        var isNumberSaid = Enumerable.Range(mention.NameStart, mention.NameEnd - mention.NameStart)
            .Any(token => analysis.Spellings.Any(spelling => numbers.Contains(spelling.Tokens[token])));
        return numbers.Count == 0
            ? IsNumberedFurther(analysis, mention, family)
            : !isNumberSaid && mention.Device < 0 && IsOther(analysis, mention, numbers);
    }

    private static bool IsOther(Analysis analysis, Mention mention, HashSet<string> numbers)
    {
        var next = mention.End;
        if (next < analysis.Utterance.Count && Generation.Contains(analysis.Utterance.Tokens[next].Text))
        {
            next++;
        }
        var after = NumberAt(analysis, next);
        var before = mention.NameStart > 0 && !analysis.Utterance.Tokens[mention.NameStart].AfterBreak
            ? NumberAt(analysis, mention.NameStart - 1)
            : null;
        return after is not null && !numbers.Contains(after) || before is not null && !numbers.Contains(before);
    }

    /// <summary>The first number behind a name without one, if it is no variant's.</summary>
    private static bool IsNumberedFurther(Analysis analysis, Mention mention, Family family) =>
        mention.Kind == DeviceKind.ElectricVehicle && mention.Fit == Fit.Full && mention.Device < 0
        && !GradedByNumber.Contains(analysis.Makes[family.Make].Name)
        && NumberAt(analysis, mention.End) is { Length: 1 };

    /// <summary>A number of a model there: neither a year, nor a size, nor a count of something.</summary>
    private static string? NumberAt(Analysis analysis, int at)
    {
        var tokens = analysis.Utterance.Tokens;
        if (at >= tokens.Count || at > 0 && tokens[at].AfterBreak)
        {
            return null;
        }
        var isUnit = at + 1 < tokens.Count && Units.Contains(tokens[at + 1].Text);
        var said = analysis.Spellings.Select(spelling => spelling.Tokens[at]).FirstOrDefault(IsOfAModel);
        return isUnit ? null : said;
    }

    private static bool IsOfAModel(string text) => text is [>= '1' and <= '9'] or [>= '1' and <= '9', >= '0' and <= '9'];
}

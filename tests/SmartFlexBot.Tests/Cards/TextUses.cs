using System.Text.RegularExpressions;

namespace SmartFlexBot.Tests.Cards;

/// <summary>
/// Where the source names texts: literally ("key.retry"), as a beginning ($"reason.{code}") or as an ending ($"{key}.title").
/// The web page's own words are other files (wwwroot/text), so its folder is left out.
/// </summary>
internal sealed partial class TextUses
{
    private readonly string _source;
    private readonly string _names;
    private readonly IReadOnlyList<string> _beginnings;
    private readonly IReadOnlyList<string> _endings;

    public TextUses()
    {
        var page = Path.Combine("SmartFlexBot.Web", "Page") + Path.DirectorySeparatorChar;
        _source =
            Read("*.cs", file => !file.Contains(page, StringComparison.Ordinal), "src/SmartFlexBot.Onboarding", "src/SmartFlexBot.Web");
        // A market file names the text of its opening hours; Kraken's schema names the reasons why a test charge is refused; the catalogue
        // names the kinds of devices; the list of subjects names the answers.
        _names = _source
            + Read("*.json", _ => true, "markets", "cards/answers", "cards/providers")
            + Read("*.graphql", _ => true, "src/SmartFlexBot.KrakenSimulator")
            + Read("*.cs", _ => true, "src/SmartFlexBot.Recognition/Catalogue");
        _beginnings =
        [
            .. Beginning().Matches(_source).Select(match => match.Groups[1].Value)
                .Concat(WithVariants().Matches(_source).Select(match => $"{match.Groups[1].Value}.")).Distinct(),
        ];
        _endings = [.. Ending().Matches(_source).Select(match => match.Groups[1].Value).Distinct()];
    }

    public bool Uses(string key) =>
        IsLiteral(key)
        || _beginnings.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal) && IsName(key[beginning.Length..]))
        || _endings.Any(ending => key.EndsWith(ending, StringComparison.Ordinal) && IsLiteral(key[..^ending.Length]));

    /// <returns>Keys that are asked for and not there.</returns>
    public IReadOnlyList<string> Missing(IReadOnlyList<string> keys)
    {
        var families = keys.Where(key => key.Contains('.', StringComparison.Ordinal)).Select(FamilyOf).ToHashSet();
        return [.. Asked().Matches(_source).Select(match => match.Groups[1].Value)
            .Concat(Dotted().Matches(_source).Select(match => match.Groups[1].Value).Where(literal => families.Contains(FamilyOf(literal))))
            .Distinct()
            .Where(literal => !keys.Contains(literal) && !_endings.Any(ending => keys.Contains(literal + ending)))];
    }

    private bool IsLiteral(string key) => _names.Contains($"\"{key}\"", StringComparison.Ordinal);

    /// <summary>
    /// What follows a beginning is a word that the product knows: an enum member, a step, a code of Kraken's; or two with a dot between.
    /// </summary>
    private bool IsName(string word) => word.Split('.').All(part => Regex.IsMatch(_names, $@"(?:\b|TC_){Regex.Escape(part)}\b"));

    private static string FamilyOf(string key) => key.Split('.')[0];

    private static string Read(string pattern, Func<string, bool> counts, params ReadOnlySpan<string> folders)
    {
        var all = new List<string>();
        foreach (var folder in folders)
        {
            all.AddRange(Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), pattern, SearchOption.AllDirectories)
                .Where(file => counts(file) && !IsBuilt(file)).Select(File.ReadAllText));
        }

        return string.Join('\n', all);
    }

    private static bool IsBuilt(string file) => file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin");

    [GeneratedRegex(@"\$""((?:[a-z-]+\.)+)\{[^""{}]+\}""")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"KeyFor\(""([^""]+)""")]
    private static partial Regex WithVariants();

    [GeneratedRegex(@"\$""\{[^""{}]+\}((?:\.[a-z-]+)+)""")]
    private static partial Regex Ending();

    [GeneratedRegex(@"(?:(?:SayAsync|AskAsync|voice\.Text)\(|(?:CallAsync|Person)\([^\n]*, )""([^""]+)""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"(?<!\$)""([a-z][a-z-]*(?:\.[A-Za-z_-]+)+)""")]
    private static partial Regex Dotted();
}

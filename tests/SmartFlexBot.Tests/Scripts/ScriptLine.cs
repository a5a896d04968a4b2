using System.Text.RegularExpressions;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>One line of a script: "(api) tab: verb: argument"; all but the verb may be absent.</summary>
/// <param name="Api">The one Kraken API that the line is for; null for both.</param>
internal sealed partial record ScriptLine(int Number, string? Api, string Tab, string Verb, string Argument)
{
    public const string FirstTab = "1";

    public static IReadOnlyList<ScriptLine> Read(string script) => [.. script.ReplaceLineEndings("\n").Split('\n')
        .Select((text, index) => (Text: text.Trim(), Number: index + 1))
        .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
        .Select(line => Read(line.Text, line.Number))];

    private static ScriptLine Read(string text, int number)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            throw new ScriptException($"Line {number} is not of the form \"verb: argument\": {text}");
        }

        return new(number, match.Groups["api"].Success ? match.Groups["api"].Value : null,
            match.Groups["tab"].Success ? match.Groups["tab"].Value : FirstTab, match.Groups["verb"].Value, match.Groups["argument"].Value);
    }

    [GeneratedRegex(@"^(?:\((?<api>\w+)\) )?(?:tab (?<tab>\w+): )?(?<verb>[a-z ]+|\.\.\.)(?:: ?(?<argument>.*))?$")]
    private static partial Regex Form();
}

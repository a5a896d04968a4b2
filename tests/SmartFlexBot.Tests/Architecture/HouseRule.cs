using System.Text.RegularExpressions;

namespace SmartFlexBot.Tests.Architecture;

/// <summary>A habit of the house that a search can hold.</summary>
/// <param name="Pattern">What must not stand in a C# file of <paramref name="Folders"/>.</param>
public sealed record HouseRule(string Name, Regex Pattern, params string[] Folders)
{
    public static IReadOnlyList<HouseRule> All { get; } =
    [
        // TimeProvider tells the time, so that a test can.
        new("Time comes from TimeProvider", new(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b"), "src"),
        new("Nothing is left unfinished", new(@"\bNotImplemented[E]xception\b|//.*\b(TO[D]O|FIX[M]E|HA[C]K)\b"), "src", "tests"),
        // A delay without an end waits for its cancellation, not for the clock.
        new("Tests do not wait on the clock", new(@"\bThread\.Sleep\b|\bTask\.Delay\((?!Timeout\.Infinite)"), "tests"),
        new("No test is skipped", new(@"\bSkip(Unless|When)?\s*=\s*(""|nameof)|\bAssert\.Skip"), "tests"),
        // They bring an object model of their own; what is needed of them is who may post to the bot.
        new("The Bot Framework SDK and Newtonsoft stay at the edge", new(@"\b(Microsoft\.Bot|Newtonsoft)\."),
            "src") { Except = "src/SmartFlexBot.Channels/BotConnector/" },
        new("Files need no regions", new(@"^\s*#region\b", RegexOptions.Multiline), "src", "tests"),
    ];

    /// <summary>The one folder that the rule does not hold for; none when null.</summary>
    public string? Except { get; init; }

    public static HouseRule Find(string name) => All.Single(rule => rule.Name == name);

    /// <returns>Where the rule is broken, as "path:line".</returns>
    public IEnumerable<string> Breaches(string path, string text) =>
        Except is not null && path.StartsWith(Except, StringComparison.Ordinal) ? [] :
        Pattern.Matches(text).Select(match => $"{path}:{text.AsSpan(0, match.Index).Count('\n') + 1}");

    public override string ToString() => Name;
}

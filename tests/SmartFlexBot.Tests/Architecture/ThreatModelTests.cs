using System.Text.RegularExpressions;

namespace SmartFlexBot.Tests.Architecture;

/// <summary>docs/security.md names tests: each is there, so that no threat loses its guard unnoticed.</summary>
public sealed partial class ThreatModelTests
{
    private static readonly string Tests = string.Join('\n', Directory
        .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests"), "*.cs", SearchOption.AllDirectories)
        .Select(File.ReadAllText));

    private static readonly string Model = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "security.md"));

    [Fact]
    public void Every_test_that_it_names_is_there()
    {
        var named = TestName().Matches(Model)
            .Select(match => (Class: match.Groups["class"].Value, Method: match.Groups["method"].Value)).ToList();

        named.Count.ShouldBeGreaterThan(30);
        named.Where(name => !Tests.Contains($"class {name.Class}", StringComparison.Ordinal)
            || (name.Method.Length > 0 && !Tests.Contains($" {name.Method}(", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_threat_has_a_test() => Model[..Model.IndexOf("## Packages", StringComparison.Ordinal)].Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Threat ", StringComparison.Ordinal))
        .Where(line => !TestName().IsMatch(line) && !line.Contains("story `", StringComparison.Ordinal)).ShouldBeEmpty();

    [GeneratedRegex(@"`(?<class>\w+(?:Tests|Stories))(?:\.(?<method>\w+))?`")]
    private static partial Regex TestName();
}

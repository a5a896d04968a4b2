using System.Text.Json;
using System.Text.RegularExpressions;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Tests.Web.Page;

public sealed partial class PageTextTests
{
    public static TheoryData<string> Languages => [.. PageLanguages.All];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_says_everything(string language)
    {
        var texts = Read(language);

        texts.Keys.ShouldBe(Read("en").Keys, ignoreOrder: true);
        texts.Values.ShouldAllBe(text => !string.IsNullOrWhiteSpace(text));
    }

    [Fact]
    public void Every_text_the_page_names_exists_and_every_text_is_named()
    {
        var sources = Directory.EnumerateFiles(Repository.WebRoot, "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".html", StringComparison.Ordinal) || file.EndsWith(".js", StringComparison.Ordinal))
            .Where(file => !file.Contains("vendor", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToList();
        var named = sources.SelectMany(source => NamedText().Matches(source)).Select(match => match.Groups[1].Value).ToHashSet();

        // The connection's states and the errors are put together at run time.
        var known = Read("en").Keys.Where(
            key => !key.StartsWith("status.", StringComparison.Ordinal) && !key.StartsWith("error.", StringComparison.Ordinal));

        named.Where(key => !key.StartsWith("status.", StringComparison.Ordinal)).ShouldBe(known, ignoreOrder: true);
    }

    private static Dictionary<string, string> Read(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(Repository.WebRoot, "text", $"{language}.json")))!;

    [GeneratedRegex("""["'=]((?:page|menu|progress|chat|signedOut|simulator|status)\.\w+)["']""")]
    private static partial Regex NamedText();
}

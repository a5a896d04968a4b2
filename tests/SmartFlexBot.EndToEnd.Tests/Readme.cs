namespace SmartFlexBot.EndToEnd.Tests;

/// <summary>What README tells people to copy.</summary>
internal static class Readme
{
    /// <returns>The one block of that language.</returns>
    public static string Block(string language)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var begin = $"```{language}\n";
        text.Split(begin).Length.ShouldBe(2, $"README has one block of {language}.");
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }
}

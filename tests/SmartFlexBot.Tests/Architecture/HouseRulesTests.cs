using System.Globalization;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Tests.Architecture;

public sealed class HouseRulesTests
{
    /// <summary>Longer files hold more than one idea. Tests may list more cases.</summary>
    private const int LongestSource = 250;
    private const int LongestTest = 400;
    private const int LongestProgram = 30;

    private static readonly string[] TextFolders =
    [
        "cards/text", "cards/text/answers", "src/SmartFlexBot.Web/wwwroot/text",
        "src/SmartFlexBot.Web/wwwroot/desk/text"];

    private static int WidestLine => File.ReadLines(Path.Combine(RepositoryRoot.Path, ".editorconfig"))
        .Where(line => line.StartsWith("max_line_length", StringComparison.Ordinal))
        .Select(line => int.Parse(line.Split('=')[1], CultureInfo.InvariantCulture))
        .Single();

    public static TheoryData<string> Rules => [.. HouseRule.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_of_the_house_holds(string name)
    {
        var rule = HouseRule.Find(name);
        var files = rule.Folders.SelectMany(SourceFiles.Under).ToList();

        files.ShouldNotBeEmpty();
        files.SelectMany(file => rule.Breaches(file.Path, file.Text)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Time comes from TimeProvider", "var now = DateTime." + "UtcNow;")]
    [InlineData("Time comes from TimeProvider", "DateTimeOffset." + "Now.AddDays(1)")]
    [InlineData("Nothing is left unfinished", "throw new NotImplemented" + "Exception();")]
    [InlineData("Nothing is left unfinished", "// TO" + "DO: the rest")]
    [InlineData("Tests do not wait on the clock", "Thread" + ".Sleep(10);")]
    [InlineData("Tests do not wait on the clock", "await Task" + ".Delay(10, token);")]
    [InlineData("No test is skipped", "[Fact(Skip " + "= \"later\")]")]
    [InlineData("No test is skipped", "Assert" + ".SkipWhen(true, \"\");")]
    [InlineData("The Bot Framework SDK and Newtonsoft stay at the edge", "using Microsoft.Bot.Schema;")]
    [InlineData("The Bot Framework SDK and Newtonsoft stay at the edge", "var json = Newtonsoft.Json.JsonConvert.SerializeObject(1);")]
    [InlineData("Files need no regions", "    #reg" + "ion Fields")]
    public void A_broken_rule_is_noticed(string name, string planted) =>
        HouseRule.Find(name).Breaches("Planted.cs", $"namespace Planted;\n{planted}\n").ShouldBe(["Planted.cs:2"]);

    [Fact]
    public void A_rule_has_its_one_exception() =>
        HouseRule.Find("The Bot Framework SDK and Newtonsoft stay at the edge")
            .Breaches("src/SmartFlexBot.Channels/BotConnector/WhoMayPost.cs", "using Microsoft.Bot.Schema;\n").ShouldBeEmpty();

    [Theory]
    [InlineData("src", LongestSource)]
    [InlineData("tests", LongestTest)]
    public void Files_stay_short(string folder, int longest)
    {
        var files = SourceFiles.Under(folder).Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal));

        SourceFiles.Longer(files, longest).ShouldBeEmpty();
    }

    [Fact]
    public void The_host_is_put_together_in_a_few_lines() =>
        SourceFiles.Longer(SourceFiles.Under("src/SmartFlexBot.Web")
            .Where(file => file.Path.EndsWith("/Program.cs", StringComparison.Ordinal)), LongestProgram)
            .ShouldBeEmpty();

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Lines_are_no_longer_than_the_editor_config_says(string folder) =>
        SourceFiles.Under(folder).SelectMany(file => SourceFiles.Wide(file, WidestLine)).ShouldBeEmpty();

    [Fact]
    public void A_long_line_is_noticed() =>
        SourceFiles.Wide(new("Wide.cs", $"{new string('a', WidestLine)}\n{new string('b', WidestLine + 1)}\n"), WidestLine)
            .ShouldBe(["Wide.cs:2"]);

    [Fact]
    public void A_long_file_is_noticed() =>
        SourceFiles.Longer([new("Long.cs", string.Concat(Enumerable.Repeat("\n", 31)))], LongestProgram).ShouldBe(["Long.cs: 31 lines"]);

    [Fact]
    public void Every_folder_of_texts_has_every_language()
    {
        foreach (var folder in TextFolders)
        {
            var languages = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.json")
                .Select(file => Path.GetFileNameWithoutExtension(file)!);
            languages.ShouldBe(PageLanguages.All, ignoreOrder: true, folder);
        }
    }
}

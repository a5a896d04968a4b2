using SmartFlexBot.Onboarding.Cards;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>
/// A script in a file. Its first lines may say "api: Classic, Wizard" (Wizard alone when not), "account: number", "language: de" (or
/// "all") and "setting: Section:Name=value"; "include: name" puts in Stories/parts/name.script.
/// </summary>
internal sealed record StoryFile(string Text)
{
    private static readonly string[] HeaderVerbs = ["api", "account", "language", "setting"];

    private static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "SmartFlexBot.Tests", "Scripts", "Stories");

    public static TheoryData<string, string, string> Cases(string folder)
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.script").Order(StringComparer.Ordinal))
        {
            var story = Read(path);
            var name = Path.GetFileNameWithoutExtension(path);
            foreach (var api in story.Header("api", "Wizard"))
            {
                foreach (var language in story.Languages)
                {
                    cases.Add(name, api, language);
                }
            }
        }

        return cases;
    }

    public static async Task PlayAsync(string folder, string name, string api, string language)
    {
        var story = Read(Path.Combine(Folder, folder, $"{name}.script"));
        await using var script = await story.StartAsync(api, language);
        await script.PlayAsync(story.Text);
    }

    public static string Part(string name) => Read(Path.Combine(Folder, "parts", $"{name}.script")).Text;

    private IEnumerable<string> Languages => Header("language", Texts.Fallback) is ["all"]
        ? Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "cards", "text"), "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)
        : Header("language", Texts.Fallback);

    private Task<Script> StartAsync(string api, string language) =>
        Script.StartAsync(api, Header("account", "A-7E51A001")[0], language,
            [.. Lines().Where(line => line.Verb == "setting").Select(line => line.Argument)]);

    private string[] Header(string verb, string otherwise) =>
        (Lines().FirstOrDefault(line => line.Verb == verb)?.Argument ?? otherwise).Split(',', StringSplitOptions.TrimEntries);

    private IEnumerable<ScriptLine> Lines() => ScriptLine.Read(Text).TakeWhile(line => HeaderVerbs.Contains(line.Verb));

    private static StoryFile Read(string path)
    {
        var lines = File.ReadAllLines(path)
            .Select(line => line.StartsWith("include: ", StringComparison.Ordinal) ? Part(line["include: ".Length..].Trim()) : line);
        return new(string.Join("\n", lines));
    }
}

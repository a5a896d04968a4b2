using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmartFlexBot.Tests.Scripts;

namespace SmartFlexBot.Tests.Web.AtRest;

/// <summary>
/// Who has the database file reads in it that there are conversations, and when; not whose, what was said, or what opens something.
/// </summary>
public sealed partial class DatabaseSecretsTests
{
    /// <summary>Words that stand in every file: tables, columns, kinds of rows, channels.</summary>
    private static readonly string[] OfTheProgram = ["onboarding", "conversation", "conversations", "message", "activity", "reminders"];

    /// <summary>Numbers of the chat and times, which say nothing of anybody.</summary>
    private static readonly string[] Random = ["type", "id", "replyToId", "conversation", "channelId", "timestamp"];

    [Theory]
    [InlineData("Wizard")]
    [InlineData("Classic")]
    public async Task A_whole_journey_leaves_nothing_readable_in_the_file(string api)
    {
        await using var script = await Script.StartAsync(api);
        script.Name = JourneySecrets.Name;
        await script.PlayAsync(JourneySecrets.Journey);
        var secrets = await JourneySecrets.CollectAsync(script);
        var said = await SaidAsync(script);

        said.Length.ShouldBeGreaterThan(100, "else this test looks for too little");
        script.Host.HasStored("directline|").ShouldBeTrue("else this test looks in the wrong place");
        secrets.Concat(said).Where(script.Host.HasStored).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tariff_switch_leaves_nothing_readable_in_the_file()
    {
        await using var script = await Script.StartAsync("Wizard", settings: "Onboarding:Market=gb");
        await script.PlayAsync($"{StoryFile.Part("to-the-tariff")}\n{StoryFile.Part("tariff-gb")}");

        (await SaidAsync(script)).Append(script.Account).Where(script.Host.HasStored).ShouldBeEmpty();
    }

    /// <returns>
    /// Every text that the history holds, and each longer word of it: shorter ones are found by chance in what is random.
    /// </returns>
    private static async Task<string[]> SaidAsync(Script script)
    {
        var tab = await script.TabAsync("1");
        var texts = (await tab.Client.HistoryAsync()).SelectMany(Texts).ToList();
        var words = texts.SelectMany(text => Word().Matches(text)).Select(match => match.Value);
        return [.. texts.Where(text => text.Length >= 8).Concat(words).Except(OfTheProgram).Distinct()];
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject element => element.Where(member => !Random.Contains(member.Key)).SelectMany(member => Texts(member.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    [GeneratedRegex(@"[\p{L}\d]{8,}")]
    private static partial Regex Word();
}

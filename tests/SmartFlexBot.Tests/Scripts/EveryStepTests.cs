using System.Globalization;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>Whatever is said at any step keeps the place, and from everywhere a willing customer gets to LIVE.</summary>
public sealed class EveryStepTests
{
    /// <summary>The parts of the Tesla story up to each step, by what is asked there.</summary>
    private static readonly (string Place, string[] Parts)[] Places =
    [
        ("devices", ["hello"]),
        ("confirmation", ["hello", "devices"]),
        ("consents", ["hello", "devices", "confirmation"]),
        ("sign-in", ["hello", "devices", "confirmation", "consents"]),
        ("virtual key", ["hello", "devices", "confirmation", "consents", "sign-in"]),
        ("test", ["hello", "devices", "confirmation", "consents", "sign-in", "key"]),
        ("running test", ["hello", "devices", "confirmation", "consents", "sign-in", "key", "test"]),
    ];

    private static readonly string[] Odd =
    [
        "<script>alert(1)</script><img src=x onerror=alert(1)>", "[click](javascript:alert(1)) ![x](https://evil.example/x.png) **bold**",
        """{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"mine"}]}""",
        "${x} {name} {{contact}} %s $(id) ';DROP TABLE journeys;--",
        "🚗⚡🔌😀", "مرحبا كيف الحال", "ทดสอบ", "\u202Eolleh\u202C \u0000\u0007", "?", "...", "1234567890", "asdf qwer zxcv",
        "why is the sky blue?",
    ];

    private static readonly string[] Harmless = [
        "help", "status", "person", "I want to complain", "what do you do with my data?", "this is useless!!"];

    public static TheoryData<string, string> PlacesOnBothApis =>
        [.. from place in Places from api in new[] { "Classic", "Wizard" } select (place.Place, api)];

    public static TheoryData<string, string> PlacesAndCommands =>
        [.. from place in Places from command in new[] { "back", "change", "start over", "cancel",
            "withdraw consent" } select (place.Place, command)];

    [Theory, MemberData(nameof(PlacesOnBothApis))]
    public async Task Odd_words_and_questions_keep_the_place(string place, string api)
    {
        await using var script = await AtAsync(place, api);
        var before = await StatusAsync(script);
        foreach (var words in Odd.Concat(Harmless).Append(new string('x', 10_000)).Append(string.Concat(Enumerable.Repeat("😀", 400))))
        {
            await script.SayAsync(words);
            script.Heard.ShouldNotBeEmpty($"Nothing was said to: {words}");
            script.Heard.ShouldNotContain(said => script.Fits("[failed]", said), $"It failed on: {words}");
            script.Heard.ShouldNotContain(
                said => said.Contains("<script>", StringComparison.Ordinal), "The bot repeats what it should not.");
        }

        if (place != "running test")
        {
            (await StatusAsync(script)).ShouldBe(before);
        }

        await script.PlayAsync("the customer goes on to live");
        (await script.CountAsync(api == "Classic" ? "deviceRegistration" : "startSmartFlexOnboarding")).ShouldBe(1);
    }

    [Theory, MemberData(nameof(PlacesAndCommands))]
    public async Task A_command_taken_back_or_not_never_strands_the_customer(string place, string command)
    {
        await using var script = await AtAsync(place, "Wizard");
        if (command is "cancel" or "start over")
        {
            var before = await StatusAsync(script);
            await script.SayAsync(command);
            await script.SayAsync("no");
            if (place != "running test")
            {
                (await StatusAsync(script)).ShouldBe(before);
            }
        }

        await script.SayAsync(command);
        if (command is "cancel" or "start over")
        {
            await script.SayAsync("yes");
        }

        await script.PlayAsync("time passes: 20 seconds");
        if (command is "cancel" or "withdraw consent")
        {
            await script.SayAsync("hello again");
        }

        await script.PlayAsync("the customer goes on to live");
        (await script.CountAsync("startSmartFlexOnboarding")).ShouldBeInRange(1, 2);
    }

    private static async Task<Script> AtAsync(string place, string api)
    {
        var script = await Script.StartAsync(api);
        foreach (var part in Places.Single(known => known.Place == place).Parts)
        {
            await script.PlayAsync(StoryFile.Part(part));
        }

        return script;
    }

    /// <summary>What the bot says is known and comes next.</summary>
    private static async Task<string> StatusAsync(Script script)
    {
        await script.SayAsync("status");
        return script.Heard.FirstOrDefault(said => script.Fits("[status.pre]", said))
            ?? throw new ScriptException(
                string.Create(CultureInfo.InvariantCulture, $"No status among: {string.Join(" / ", script.Heard)}\n{script.Transcript}"));
    }
}

using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>
/// No tariff is agreed to by anything but an explicit yes: every labelled utterance is typed at the tariff card of the real bot.
/// </summary>
public sealed class TariffConsentTests
{
    /// <summary>A thumb, a nod in passing, and what people say who have not decided.</summary>
    private static readonly string[] Softer =
    [
        "👍", "👌👍", "ok?", "sure, whatever", "I suppose", "I guess so", "sounds good", "fine by me", "mm-hm", "yes but not today",
        "if you say so",
        "could be", "no problem", "jein", "von mir aus", "bueno...", "pourquoi pas", "magari", "I agree that it is expensive",
        "I would agree if it were cheaper",
    ];

    private static readonly string[] Explicit = ["I agree", "yes, I agree", "Ich bin einverstanden", "acepto", "j'accepte", "accetto"];

    [Fact]
    public async Task Nothing_that_is_not_labelled_yes_agrees_to_a_tariff()
    {
        var file = Path.Combine(RepositoryRoot.Path, "tests/SmartFlexBot.Evaluation/Data/consent-utterances.json");
        string[] others =
        [
            .. JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!.AsArray()
                .Where(utterance => utterance!["label"]!.GetValue<string>() != "yes")
                .Select(utterance => utterance!["text"]!.GetValue<string>()),
            .. Softer,
        ];
        others.Length.ShouldBeGreaterThan(50);
        await using var script = await AtTheCardAsync();
        foreach (var words in others)
        {
            await script.SayAsync(words);
            script.Heard.ShouldNotBeEmpty($"Nothing was said to: {words}");
            script.Heard.ShouldNotContain(said => script.Fits("[tariff.readings]", said), $"A tariff was agreed to by: {words}");
            // "Neither shall I stop here", nor back to another question: each is said to the card.
            await ReturnToTheCardAsync(script);
        }

        (await script.CountAsync("startOnboardingProcess")).ShouldBe(0);
        await script.SayAsync("I agree");
        script.Heard.ShouldContain(
            said => script.Fits("[tariff.readings]", said), "The card was not there any more, and the rest proved nothing.");
    }

    [Fact]
    public async Task An_explicit_yes_agrees_in_each_language()
    {
        foreach (var words in Explicit)
        {
            await using var script = await AtTheCardAsync();
            await script.SayAsync(words);
            script.Heard.ShouldContain(said => script.Fits("[tariff.readings]", said), words);
        }
    }

    private static async Task<Script> AtTheCardAsync()
    {
        var script = await Script.StartAsync("Wizard", "A-7E51A001", "en", "Onboarding:Market=gb");
        await script.PlayAsync($"{StoryFile.Part("to-the-tariff")}\nbot shows: [tariff.title]");
        return script;
    }

    /// <summary>After a no, a command, or a question of its own, the way a customer would take.</summary>
    private static async Task ReturnToTheCardAsync(Script script)
    {
        string[] ways = ["no", "try again", "yes"];
        for (var turns = 0; turns < 6 && !await IsAtTheCardAsync(script); turns++)
        {
            await script.SayAsync(ways[turns % ways.Length]);
        }

        (await IsAtTheCardAsync(script)).ShouldBeTrue(script.Transcript);
    }

    private static async Task<bool> IsAtTheCardAsync(Script script)
    {
        await script.SayAsync("hmm");
        return script.Heard.Any(said => script.Fits("[tariff.retry]", said));
    }
}

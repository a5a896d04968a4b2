using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>
/// One mutation of the story meets trouble: its answer is lost or late, it is delivered twice, or it is not taken at all. The customer
/// still gets to LIVE, and Kraken has done the same as in a story without trouble: nothing twice. The rows are those of the table
/// "Commands" in ARCHITECTURE.md.
/// </summary>
public sealed class LostAnswerTests(UndisturbedStories undisturbed) : IClassFixture<UndisturbedStories>
{
    private static readonly string[] Troubles =
    [
        "dropAnswer", "late PT45S", "timeout", "twice", "malformed", "httpStatus 503", "httpStatus 502 times 3", StepNotReady,
        "error KT-CT-7899 times 2",
    ];

    private static readonly string[] Refusals = ["refused.RegistrationInProgress", "refused.SignInFailed", "refused.BadAnswer"];

    /// <summary>The onboarding's own "try again later": the tariff side has no such answer.</summary>
    private const string StepNotReady = "error KT-CT-4376";

    public static TheoryData<string, string> Cases =>
    [
        .. from story in MutationStory.All
           from trouble in Troubles
           where trouble != StepNotReady || !story.Name.StartsWith("Tariff", StringComparison.Ordinal)
           select (story.Name, trouble),
    ];

    [Theory, MemberData(nameof(Cases))]
    public async Task Trouble_with_one_mutation_neither_stops_the_story_nor_repeats_it(string name, string trouble)
    {
        var story = MutationStory.All.Single(story => story.Name == name);
        await using var script = await story.PlayAsync(trouble);
        var done = await script.CountsAsync();
        done.ShouldContainKey(story.Mutation);
        var expected = new Dictionary<string, int>(await undisturbed.CountsAsync(story));
        // Kraken may take the second delivery of what is harmless: an answer that it has already, a start that finds what was started.
        if (trouble == "twice" && done[story.Mutation] == expected[story.Mutation] + 1 && story.IsHarmlessTwice)
        {
            expected[story.Mutation]++;
        }

        done.ShouldBe(expected, ignoreOrder: true);
        var devices = await script.Host.Services.GetRequiredService<IAccountDirectory>()
            .ReadDevicesAsync(script.Account, TestContext.Current.CancellationToken);
        devices.ShouldHaveSingleItem().IsLive.ShouldBeTrue();
        script.Transcript.ShouldNotContain("something went wrong");
        foreach (var refusal in Refusals)
        {
            script.Transcript.ShouldNotContain(script.Text(refusal), Case.Sensitive, "What was taken is told as refused.");
        }
    }

    /// <summary>Not a command: no effect that anybody could miss or have twice.</summary>
    [Theory]
    [InlineData("dropAnswer")]
    [InlineData("timeout")]
    [InlineData("twice")]
    [InlineData("httpStatus 503")]
    public async Task A_token_without_an_answer_is_asked_for_again(string trouble)
    {
        await using var script = await Script.StartAsync("Wizard");
        await script.PlayAsync($"{StoryFile.Part("to-the-sign-in")}\ntime passes: 2 hours");
        var fault = ScriptWords.Fault($"obtainKrakenToken {trouble}", script.Account);
        fault.Remove("account");
        await script.Host.ControlAsync(HttpMethod.Put, "faults", fault);
        await script.PlayAsync("the customer goes on to live");
        (await script.Host.ControlAsync(HttpMethod.Get, "faults"))!["faults"]!.AsArray().ShouldBeEmpty("The fault was never met.");
        (await script.CountsAsync()).ShouldBe(await undisturbed.CountsAsync(MutationStory.Tesla), ignoreOrder: true);
    }
}

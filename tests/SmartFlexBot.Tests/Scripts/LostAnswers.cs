using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>
/// One mutation of the story meets trouble: its answer is lost or late, it is delivered twice, or it is not taken at all. The customer
/// still gets to LIVE, and Kraken has done the same as in a story without trouble: nothing twice. The rows are those of the table
/// "Commands" in ARCHITECTURE.md. They are tests of several classes because a class's tests run one after the other.
/// </summary>
internal static class LostAnswers
{
    private static readonly string[] Troubles =
    [
        "dropAnswer", "late PT45S", "timeout", "twice", "malformed", "httpStatus 503", "httpStatus 502 times 3", StepNotReady,
        "error KT-CT-7899 times 2",
    ];

    private static readonly string[] Refusals = ["refused.RegistrationInProgress", "refused.SignInFailed", "refused.BadAnswer"];

    /// <summary>The onboarding's own "try again later": the tariff side has no such answer.</summary>
    private const string StepNotReady = "error KT-CT-4376";

    public static TheoryData<string, string> Of(Func<MutationStory, bool> isOfThem) =>
    [
        .. from story in MutationStory.All.Where(isOfThem)
           from trouble in Troubles
           where trouble != StepNotReady || !story.IsOfTariff
           select (story.Name, trouble),
    ];

    public static async Task CheckAsync(string name, string trouble, UndisturbedStories undisturbed)
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
}

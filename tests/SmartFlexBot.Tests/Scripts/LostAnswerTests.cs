namespace SmartFlexBot.Tests.Scripts;

/// <summary>From the first choice to what the customer does elsewhere, in the wizard (<see cref="LostAnswers"/>).</summary>
public sealed class LostAnswerTests(UndisturbedStories undisturbed) : IClassFixture<UndisturbedStories>
{
    public static TheoryData<string, string> Cases => LostAnswers.Of(
        story => story is { IsClassic: false, IsOfTest: false, IsOfTariff: false, IsCancelling: false });

    [Theory, MemberData(nameof(Cases))]
    public Task Trouble_with_one_mutation_neither_stops_the_story_nor_repeats_it(string name, string trouble) =>
        LostAnswers.CheckAsync(name, trouble, undisturbed);

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

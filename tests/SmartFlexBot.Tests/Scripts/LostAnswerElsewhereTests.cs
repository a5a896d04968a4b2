namespace SmartFlexBot.Tests.Scripts;

/// <summary>What is cancelled, and the Classic calls (<see cref="LostAnswers"/>).</summary>
public sealed class LostAnswerElsewhereTests(UndisturbedStories undisturbed) : IClassFixture<UndisturbedStories>
{
    public static TheoryData<string, string> Cases => LostAnswers.Of(story => story.IsClassic || story.IsCancelling);

    [Theory, MemberData(nameof(Cases))]
    public Task Trouble_with_one_mutation_neither_stops_the_story_nor_repeats_it(string name, string trouble) =>
        LostAnswers.CheckAsync(name, trouble, undisturbed);
}

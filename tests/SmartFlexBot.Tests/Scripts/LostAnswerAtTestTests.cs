namespace SmartFlexBot.Tests.Scripts;

/// <summary>The test charge, in the wizard (<see cref="LostAnswers"/>).</summary>
public sealed class LostAnswerAtTestTests(UndisturbedStories undisturbed) : IClassFixture<UndisturbedStories>
{
    public static TheoryData<string, string> Cases => LostAnswers.Of(story => !story.IsClassic && story.IsOfTest);

    [Theory, MemberData(nameof(Cases))]
    public Task Trouble_with_one_mutation_neither_stops_the_story_nor_repeats_it(string name, string trouble) =>
        LostAnswers.CheckAsync(name, trouble, undisturbed);
}

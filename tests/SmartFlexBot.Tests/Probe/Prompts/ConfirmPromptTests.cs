using SmartFlexBot.ProbeBot.Prompts;
using static SmartFlexBot.Tests.BotFramework.Dialogs.Questions;

namespace SmartFlexBot.Tests.Probe.Prompts;

/// <summary>What is a yes or a no is tested with the recogniser of consent.</summary>
public sealed class ConfirmPromptTests
{
    [Theory]
    [InlineData("Yes", true)]
    [InlineData("No", false)]
    [InlineData("Start the test", true)]
    [InlineData("not today", false)]
    [InlineData("maybe", null)]
    [InlineData("1", null)]
    [InlineData("", null)]
    public async Task A_yes_is_true_a_no_is_false_and_all_else_is_asked_again(string answer, bool? confirmed) =>
        (await AnswerAsync(new ConfirmPrompt("confirm"), Ask("Sure?"), answer)).ShouldBe(confirmed);

    [Fact]
    public async Task The_buttons_mean_what_they_say()
    {
        var script = Script(new ConfirmPrompt("confirm"), Ask("Sure?"));
        await script.SayAsync("hi");
        await script.SayAsync("hm");

        script.Sent.Count.ShouldBe(2);
        script.Sent.ShouldAllBe(question => question.SuggestedActions!.Actions!.Select(action => action.Title).SequenceEqual(new[] { "Yes", "No" }));
        script.Sent[0].SuggestedActions!.Actions!.Select(action => action.Value!.GetValue<string>()).ShouldBe(["Yes", "No"]);
    }
}

using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Dialogs;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.ProbeBot.Prompts;
using SmartFlexBot.Recognition.Choices;
using SmartFlexBot.Tests.BotFramework.Dialogs;
using static SmartFlexBot.Tests.BotFramework.Dialogs.Questions;

namespace SmartFlexBot.Tests.Probe.Prompts;

/// <summary>Which answer picks which choice is tested with the recogniser.</summary>
public sealed class ChoicePromptTests
{
    private static ChoicePrompt Colours => new("choice", new Choice("Red", "Rot"), new Choice("Green", "Grün"));

    [Theory]
    [InlineData("Green", "Green")]
    [InlineData("grün", "Green")]
    [InlineData("the first one", "Red")]
    [InlineData("blue", null)]
    [InlineData("", null)]
    public async Task The_title_of_the_chosen_one_is_returned(string answer, string? chosen) =>
        (await AnswerAsync(Colours, Ask("Which?"), answer)).ShouldBe(chosen);

    [Fact]
    public async Task A_button_that_sends_a_value_and_no_text_is_an_answer()
    {
        var script = Script(Colours, Ask("Which?"));
        await script.SayAsync("hi");

        await script.TurnAsync(new Activity { Type = ActivityTypes.Message, Value = "Green" });

        script.Result.ShouldBe(new DialogTurnResult(DialogTurnStatus.Complete, "Green"));
    }

    [Fact]
    public async Task Choices_are_buttons_whose_title_is_what_they_say()
    {
        var script = Script(Colours, Ask("Which?", "Which one?"));
        await script.SayAsync("hi");
        await script.SayAsync("hm");

        script.Sent.Select(question => question.Text).ShouldBe(["Which?", "Which one?"]);
        foreach (var question in script.Sent)
        {
            question.SuggestedActions!.Actions!.Select(action => (action.Type, action.Title, action.Value!.GetValue<string>()))
                .ShouldBe([("imBack", "Red", "Red"), ("imBack", "Green", "Green")]);
        }
    }

    [Fact]
    public async Task A_question_with_a_card_or_buttons_keeps_its_own()
    {
        var card = new PromptOptions { Prompt = MessageFactory.Attachment(Attachment.AdaptiveCard(new() { ["type"] = "AdaptiveCard" })) };
        var buttons = new PromptOptions { Prompt = MessageFactory.SuggestedActions(["Rot", "Grün"], "Which?") };
        var (first, second) = (Script(Colours, card), Script(Colours, buttons));
        await first.SayAsync("hi");
        await second.SayAsync("hi");

        first.Sent[0].SuggestedActions.ShouldBeNull();
        second.Sent[0].SuggestedActions!.Actions!.Select(action => action.Title).ShouldBe(["Rot", "Grün"]);
    }
}

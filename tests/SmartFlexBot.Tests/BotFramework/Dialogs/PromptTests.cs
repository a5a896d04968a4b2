using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Dialogs;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.ProbeBot.Prompts;
using static SmartFlexBot.Tests.BotFramework.Dialogs.Questions;

namespace SmartFlexBot.Tests.BotFramework.Dialogs;

public sealed class PromptTests
{
    [Fact]
    public async Task An_answer_that_is_not_understood_gets_the_retry_prompt_and_the_place_is_kept()
    {
        var script = Script(new NumberPrompt<int>("age"), Ask("How old is it?", retry: "In years, please."));

        await script.PlayAsync("""
            user: hi
            bot: How old is it?
            user: no idea
            bot: In years, please.
            user: older than my dog
            bot: In years, please.
            user: 3
            """);

        script.Result.ShouldBe(new DialogTurnResult(DialogTurnStatus.Complete, 3));
    }

    [Fact]
    public async Task Without_a_retry_prompt_the_question_is_asked_again()
    {
        await Script(new NumberPrompt<int>("age"), Ask("How old is it?")).PlayAsync("""
            user: hi
            bot: How old is it?
            user: no idea
            bot: How old is it?
            """);
    }

    [Fact]
    public async Task A_validator_sees_the_attempt_and_its_own_data_and_what_it_says_replaces_the_retry_prompt()
    {
        var prompt = new NumberPrompt<int>("age", async (answer, ct) =>
        {
            if (answer.Recognized.Succeeded && answer.Recognized.Value <= answer.Options.Validations!["most"]!.GetValue<int>())
            {
                return true;
            }

            if (answer.AttemptCount == 2)
            {
                await answer.Context.SendActivityAsync(
                    $"Attempt {answer.AttemptCount}: {answer.Recognized.Value} is too much.", cancellationToken: ct);
            }

            return false;
        });
        var question = Ask("How old is it?", retry: "In years, please.");
        question.Validations = new JsonObject { ["most"] = 20 };

        await Script(prompt, question).PlayAsync("""
            user: hi
            bot: How old is it?
            user: hm
            bot: In years, please.
            user: 300
            bot: Attempt 2: 300 is too much.
            user: 21
            bot: In years, please.
            user: 20
            """);
    }

    [Fact]
    public async Task A_validator_may_change_the_value_and_may_accept_what_was_not_recognised()
    {
        var prompt = new TextPrompt("plate", (answer, _) =>
        {
            answer.Recognized.Value = answer.Recognized.Value?.ToUpperInvariant() ?? "NONE";
            return Task.FromResult(true);
        });

        (await AnswerAsync(prompt, Ask("Plate?"), "ab12 cde")).ShouldBe("AB12 CDE");
        (await AnswerAsync(prompt, Ask("Plate?"), " ")).ShouldBe("NONE");
    }

    [Fact]
    public async Task Something_said_earlier_in_the_turn_does_not_swallow_the_question()
    {
        var script = Script(new NumberPrompt<int>("age"), Ask("How old?"));
        script.Remark = "By the way.";

        await script.PlayAsync("""
            user: hi
            bot: How old?
            user: hm
            bot: By the way.
            bot: How old?
            """);
    }

    [Fact]
    public async Task A_dialog_begun_above_a_question_returns_to_it()
    {
        var script = Script(new TextPrompt("name"), Ask("Name?", retry: "Your name, please."));
        script.Dialogs.Add(new WaterfallDialog("feedback")
            .AddStep("ask", (step, ct) => step.PromptAsync("name", Ask("How was it?"), ct))
            .AddStep("thank", async (step, ct) =>
            {
                await step.Context.SendActivityAsync($"Thanks for the {step.Result}.", cancellationToken: ct);
                return await step.EndDialogAsync(step.Result, ct);
            }));
        script.Aside = "feedback";

        await script.PlayAsync("""
            user: hi
            bot: Name?
            user: aside
            bot: How was it?
            user: 5
            bot: Thanks for the 5.
            bot: Name?
            user: Ada
            """);

        script.Result.ShouldBe(new DialogTurnResult(DialogTurnStatus.Complete, "Ada"));
    }

    [Fact]
    public async Task Events_leave_the_question_open_and_are_no_attempt()
    {
        var attempts = new List<int>();
        var prompt = new TextPrompt("text", (answer, _) =>
        {
            attempts.Add(answer.AttemptCount);
            return Task.FromResult(true);
        });

        await Script(prompt, Ask("Name?")).PlayAsync("""
            user: hi
            bot: Name?
            event: command/result
            event: watch/changed
            user: Ada
            """);

        attempts.ShouldBe([1]);
    }

    [Fact]
    public async Task A_question_expects_an_answer_unless_it_says_otherwise()
    {
        var script = Script(new TextPrompt("text"), new PromptOptions
        {
            Prompt = MessageFactory.Text("Name?"),
            RetryPrompt = MessageFactory.Text("Take your time.", inputHint: InputHints.AcceptingInput),
        });

        await script.SayAsync("hi");
        await script.SayAsync(" ");

        script.Sent.Select(activity => activity.InputHint).ShouldBe([InputHints.ExpectingInput, InputHints.AcceptingInput]);
    }

    [Fact]
    public async Task A_text_is_returned_as_it_was_typed()
    {
        foreach (var text in new[] { " Ä b ", "שלום עולם", "🚗🔌", new string('x', 10_000), "\ud83d", "{\"a\":1}", "\0" })
        {
            (await AnswerAsync(new TextPrompt("text"), Ask("?"), text)).ShouldBe(text);
        }
    }

    [Fact]
    public async Task A_prompt_begun_without_options_is_told()
    {
        var root = new WaterfallDialog("root").AddStep("ask", (step, ct) => step.BeginDialogAsync("text", null, ct));

        (await Should.ThrowAsync<InvalidOperationException>(
            () => new DialogScript(new DialogSet().Add(root).Add(new TextPrompt("text")), "root").SayAsync("hi")))
            .Message.ShouldContain("PromptAsync");
    }

    [Fact]
    public async Task A_card_in_a_question_survives_being_asked_again()
    {
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = "<b>" })
        };
        var script = Script(new NumberPrompt<int>("n"),
            new PromptOptions { Prompt = MessageFactory.Attachment(Attachment.AdaptiveCard((JsonObject)card.DeepClone())) });

        await script.SayAsync("hi");
        await script.SayAsync("what?");

        script.Sent.Count.ShouldBe(2);
        script.Sent.ShouldAllBe(activity => JsonNode.DeepEquals(activity.Attachments![0].Content, card));
    }
}

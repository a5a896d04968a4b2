using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Dialogs;
using static SmartFlexBot.Tests.BotFramework.Dialogs.Questions;

namespace SmartFlexBot.Tests.BotFramework.Dialogs;

public sealed class ComponentDialogTests
{
    private static ComponentDialog Car => new ComponentDialog("car")
        .AddDialog(new WaterfallDialog("steps")
            .AddStep("make", (step, ct) => step.PromptAsync("text", Ask($"Make of your {step.Options?["kind"] ?? "car"}?"), ct))
            .AddStep("end", (step, ct) => step.EndDialogAsync(step.Result, ct)))
        .AddDialog(new TextPrompt("text"));

    private static WaterfallDialog Root => new WaterfallDialog("root")
        .AddStep("begin", (step, ct) => step.BeginDialogAsync("car", new JsonObject { ["kind"] = "van" }, ct))
        .AddStep("tell", async (step, ct) =>
        {
            await step.Context.SendActivityAsync($"Result: {step.Result ?? "none"}", cancellationToken: ct);
            return await step.EndDialogAsync(cancellationToken: ct);
        });

    [Fact]
    public async Task A_component_keeps_its_own_stack_and_returns_its_own_result()
    {
        var script = new DialogScript(new DialogSet().Add(Root).Add(Car), "root");

        await script.PlayAsync("""
            user: hi
            bot: Make of your van?
            """);
        script.Stored("dialogs", "stack")!.AsArray().Select(item => item!["id"]!.GetValue<string>()).ShouldBe(["car", "root"]);
        script.Stored("dialogs", "stack", 0, "state", "dialogs", "stack")!.AsArray().Select(item => item!["id"]!.GetValue<string>())
            .ShouldBe(["text", "steps"]);

        await script.PlayAsync("""
            user: Ford
            bot: Result: Ford
            """);
    }

    [Fact]
    public async Task Dialogs_inside_find_those_outside()
    {
        var component = new ComponentDialog("car").AddDialog(
            new WaterfallDialog("steps").AddStep("ask", (step, ct) => step.PromptAsync("outer", Ask("Make?"), ct)));
        var script = new DialogScript(new DialogSet().Add(Root).Add(component).Add(new NumberPrompt<int>("outer")), "root");

        await script.PlayAsync("""
            user: hi
            bot: Make?
            user: what?
            bot: Make?
            user: 7
            bot: Result: 7
            """);
    }

    [Fact]
    public async Task An_interruption_answers_and_asks_again_and_the_question_keeps_its_place()
    {
        var script = new DialogScript(new DialogSet().Add(Root).Add(Car).Add(new Help()), "root");

        await script.PlayAsync("""
            user: hi
            bot: Make of your van?
            user: help
            bot: I can help.
            bot: Make of your van?
            user: help the children
            bot: Result: help the children
            """);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_digression_with_questions_of_its_own_returns_to_the_question(bool outer)
    {
        var feedback = new WaterfallDialog("feedback")
            .AddStep("ask", (step, ct) => step.PromptAsync("rating", Ask("How was it?"), ct))
            .AddStep("thank", async (step, ct) =>
            {
                await step.Context.SendActivityAsync($"Thanks for the {step.Result}.", cancellationToken: ct);
                return await step.EndDialogAsync(cancellationToken: ct);
            });
        var rating = new NumberPrompt<int>("rating");
        var car = Car;
        var dialogs = new DialogSet().Add(Root).Add(car);
        if (outer)
        {
            dialogs.Add(feedback).Add(rating).Add(new Feedback());
        }
        else
        {
            car.AddDialog(feedback).AddDialog(rating).AddInterruption(new Feedback());
        }

        await new DialogScript(dialogs, "root").PlayAsync("""
            user: hi
            bot: Make of your van?
            user: feedback
            bot: How was it?
            user: feedback
            bot: How was it?
            user: 5
            bot: Thanks for the 5.
            bot: Make of your van?
            user: Ford
            bot: Result: Ford
            """);
    }

    [Fact]
    public async Task Cancelling_inside_ends_the_component_without_a_result()
    {
        var car = Car.AddInterruption(new Cancel(Parents: false));

        await new DialogScript(new DialogSet().Add(Root).Add(car), "root").PlayAsync("""
            user: hi
            bot: Make of your van?
            user: cancel
            bot: Result: none
            """);
    }

    [Fact]
    public async Task Cancelling_the_parents_too_ends_everything()
    {
        var script = new DialogScript(new DialogSet().Add(Root).Add(Car.AddInterruption(new Cancel(Parents: true))), "root");

        await script.PlayAsync("""
            user: hi
            bot: Make of your van?
            user: cancel
            """);

        script.Result.ShouldBe(new DialogTurnResult(DialogTurnStatus.Cancelled));
        script.Stored("dialogs", "stack")!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dialog_removed_from_inside_a_component_loses_the_stack()
    {
        var script = new DialogScript(new DialogSet().Add(Root).Add(Car), "root");
        await script.SayAsync("hi");
        script.Dialogs = new DialogSet().Add(Root).Add(new ComponentDialog("car").AddDialog(new TextPrompt("text2")).AddDialog(
            new WaterfallDialog("steps2").AddStep("ask", (step, ct) => step.PromptAsync("text2", Ask("New question?"), ct))));
        ((ComponentDialog)script.Dialogs.Find("car")!).InitialDialogId = "steps2";

        await script.PlayAsync("""
            user: Ford
            bot: New question?
            """);

        script.Lost.ShouldBeTrue();
    }

    [Fact]
    public async Task The_stack_inside_can_be_looked_at()
    {
        string? active = null;
        var script = new DialogScript(new DialogSet().Add(Root).Add(Car).Add(new Look(dc => active = dc.Child!.ActiveDialog!.Id)), "root");

        await script.SayAsync("hi");
        await script.SayAsync("Ford");

        active.ShouldBe("text");
    }

    [Fact]
    public async Task A_component_inside_itself_is_stopped()
    {
        var endless = new ComponentDialog("endless").AddDialog(
            new WaterfallDialog("again").AddStep("begin", (step, ct) => step.BeginDialogAsync("endless", null, ct)));

        await Should.ThrowAsync<InvalidOperationException>(() => new DialogScript(endless).SayAsync("hi"));
    }

    [Fact]
    public async Task An_empty_component_is_named() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => new DialogScript(new ComponentDialog("empty")).SayAsync("hi")))
            .Message.ShouldContain("'empty'");

    private static bool Said(DialogContext dc, string word) => dc.Context.Activity.Text == word;

    private sealed class Help : IInterruption
    {
        public async Task<DialogTurnResult?> OnInterruptionAsync(DialogContext dc, CancellationToken cancellationToken)
        {
            if (!Said(dc, "help"))
            {
                return null;
            }

            await dc.Context.SendActivityAsync("I can help.", cancellationToken: cancellationToken);
            await dc.RepromptDialogAsync(cancellationToken);
            return Dialog.EndOfTurn;
        }
    }

    private sealed class Feedback : IInterruption
    {
        public async Task<DialogTurnResult?> OnInterruptionAsync(DialogContext dc, CancellationToken cancellationToken) =>
            Said(dc, "feedback") && dc.Stack.All(instance => instance.Id != "feedback")
                ? await dc.BeginDialogAsync("feedback", null, cancellationToken)
                : null;
    }

    private sealed record Cancel(bool Parents) : IInterruption
    {
        public async Task<DialogTurnResult?> OnInterruptionAsync(DialogContext dc, CancellationToken cancellationToken) =>
            Said(dc, "cancel") ? await dc.CancelAllDialogsAsync(Parents, cancellationToken) : null;
    }

    private sealed record Look(Action<DialogContext> At) : IInterruption
    {
        public Task<DialogTurnResult?> OnInterruptionAsync(DialogContext dc, CancellationToken cancellationToken)
        {
            At(dc);
            return Task.FromResult<DialogTurnResult?>(null);
        }
    }
}

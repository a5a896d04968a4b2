using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Dialogs;
using SmartFlexBot.ProbeBot.Prompts;
using static SmartFlexBot.Tests.BotFramework.Dialogs.Questions;

namespace SmartFlexBot.Tests.BotFramework.Dialogs;

public sealed class WaterfallDialogTests
{
    [Fact]
    public async Task Steps_run_in_order_and_each_gets_the_answer_to_the_one_before()
    {
        var root = new WaterfallDialog("root")
            .AddStep("make", (step, ct) => step.PromptAsync("text", Ask("Which make?"), ct))
            .AddStep("model", (step, ct) =>
            {
                step.Values["make"] = (string)step.Result!;
                return step.PromptAsync("text", Ask("Which model?"), ct);
            })
            .AddStep("tell", async (step, ct) =>
            {
                await step.Context.SendActivityAsync($"A {step.Values["make"]} {step.Result}.", cancellationToken: ct);
                return await step.EndDialogAsync("done", ct);
            });
        var script = new DialogScript(new DialogSet().Add(root).Add(new TextPrompt("text")), "root");

        await script.PlayAsync("""
            user: hello
            bot: Which make?
            user: Tesla
            bot: Which model?
            user: Model 3
            bot: A Tesla Model 3.
            """);

        script.Result.ShouldBe(new DialogTurnResult(DialogTurnStatus.Complete, "done"));
        script.Stored("dialogs", "stack")!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dialog_begun_by_a_step_gets_its_options_and_hands_its_result_back()
    {
        var child = new WaterfallDialog("child")
            .AddStep("ask", (step, ct) => step.PromptAsync("text", Ask($"Colour of your {step.Options!["what"]}?"), ct))
            .AddStep("end", (step, ct) => step.EndDialogAsync(new List<string> { (string)step.Result!, "matt" }, ct));
        var root = new WaterfallDialog("root")
            .AddStep("begin", (step, ct) => step.BeginDialogAsync("child", new JsonObject { ["what"] = "car" }, ct))
            .AddStep("tell", async (step, ct) =>
            {
                step.Reason.ShouldBe(DialogReason.EndCalled);
                await step.Context.SendActivityAsync(string.Join(", ", (List<string>)step.Result!), cancellationToken: ct);
                return await step.EndDialogAsync(cancellationToken: ct);
            });
        var script = new DialogScript(new DialogSet().Add(root).Add(child).Add(new TextPrompt("text")), "root");

        await script.PlayAsync("""
            user: hello
            bot: Colour of your car?
            user: red
            bot: red, matt
            """);
    }

    [Fact]
    public async Task Next_runs_the_next_step_in_the_same_turn_and_the_last_result_ends_the_waterfall()
    {
        var reasons = new List<DialogReason>();
        var root = new WaterfallDialog("root")
            .AddStep("one", (step, ct) => { reasons.Add(step.Reason); return step.NextAsync(1, ct); })
            .AddStep("two", (step, ct) => { reasons.Add(step.Reason); return step.NextAsync((int)step.Result! + 1, ct); });
        var script = new DialogScript(root);

        await script.SayAsync("hello");

        script.Result.ShouldBe(new DialogTurnResult(DialogTurnStatus.Complete, 2));
        reasons.ShouldBe([DialogReason.BeginCalled, DialogReason.NextCalled]);
    }

    [Fact]
    public async Task A_step_that_calls_next_twice_is_told()
    {
        var root = new WaterfallDialog("root")
            .AddStep("one", async (step, ct) =>
            {
                await step.NextAsync(null, ct);
                return await step.NextAsync(null, ct);
            })
            .AddStep("two", (_, _) => Task.FromResult(Dialog.EndOfTurn));

        (await Should.ThrowAsync<InvalidOperationException>(() => new DialogScript(root).SayAsync("hello"))).Message.ShouldContain("NextAsync");
    }

    [Fact]
    public async Task A_step_that_waits_goes_on_with_the_next_message_and_not_with_an_event()
    {
        var root = new WaterfallDialog("root")
            .AddStep("wait", async (step, ct) =>
            {
                await step.Context.SendActivityAsync("Say when.", cancellationToken: ct);
                return Dialog.EndOfTurn;
            })
            .AddStep("go", async (step, ct) =>
            {
                await step.Context.SendActivityAsync($"{step.Reason}: {step.Result}", cancellationToken: ct);
                return await step.EndDialogAsync(cancellationToken: ct);
            });

        await new DialogScript(root).PlayAsync("""
            user: hello
            bot: Say when.
            event: car/plugged-in
            user: now
            bot: ContinueCalled: now
            """);
    }

    [Fact]
    public async Task Replacing_a_dialog_ends_it_and_passes_a_part_of_its_own_state_on()
    {
        var root = new WaterfallDialog("root")
            .AddStep("ask", (step, ct) =>
            {
                step.Values["round"] = (step.Options?["round"]?.GetValue<int>() ?? 0) + 1;
                return step.PromptAsync("text", Ask($"Round {step.Values["round"]}?"), ct);
            })
            .AddStep("again", (step, ct) => step.ReplaceDialogAsync("root", step.Values, ct));
        var script = new DialogScript(new DialogSet().Add(root).Add(new TextPrompt("text")), "root");

        await script.PlayAsync("""
            user: hello
            bot: Round 1?
            user: a
            bot: Round 2?
            user: b
            bot: Round 3?
            """);

        script.Stored("dialogs", "stack")!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Cancelling_ends_every_dialog_and_tells_each_the_reason()
    {
        var ended = new List<string>();
        var root = new WaterfallDialog("root").AddStep("begin", (step, ct) => step.BeginDialogAsync("ending", null, ct));
        var cancel = new WaterfallDialog("cancel").AddStep("cancel", (step, ct) => step.CancelAllDialogsAsync(cancellationToken: ct));
        var script = new DialogScript(new DialogSet().Add(root).Add(new EndingDialog("ending", ended)).Add(cancel), "root");

        await script.SayAsync("hello");
        await script.SayAsync("cancel");

        script.Result.ShouldBe(new DialogTurnResult(DialogTurnStatus.Cancelled));
        ended.ShouldBe(["ending CancelCalled"]);
        script.Stored("dialogs", "stack")!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Dialogs_that_begin_each_other_without_end_are_stopped_with_a_reason()
    {
        var root = new WaterfallDialog("root").AddStep("again", (step, ct) => step.BeginDialogAsync("root", null, ct));

        (await Should.ThrowAsync<InvalidOperationException>(() => new DialogScript(root).SayAsync("hello"))).Message.ShouldContain("ReplaceDialogAsync");
    }

    [Fact]
    public async Task A_dialog_that_was_never_added_is_named()
    {
        var root = new WaterfallDialog("root").AddStep("begin", (step, ct) => step.BeginDialogAsync("nowhere", null, ct));

        (await Should.ThrowAsync<InvalidOperationException>(() => new DialogScript(root).SayAsync("hello"))).Message.ShouldContain("'nowhere'");
    }

    [Fact]
    public void Two_steps_or_dialogs_cannot_have_one_name()
    {
        static Task<DialogTurnResult> Wait(WaterfallStepContext step, CancellationToken ct) => Task.FromResult(Dialog.EndOfTurn);
        var dialog = new WaterfallDialog("root").AddStep("make", Wait, formerNames: ["brand"]);

        Should.Throw<ArgumentException>(() => dialog.AddStep("brand", Wait)).Message.ShouldContain("'brand'");
        Should.Throw<ArgumentException>(() => new DialogSet().Add(dialog).Add(new TextPrompt("root"))).Message.ShouldContain("'root'");
        Should.Throw<ArgumentException>(() => new TextPrompt(" "));
    }

    private sealed class EndingDialog(string id, List<string> ended) : Dialog(id)
    {
        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, JsonNode? options, CancellationToken cancellationToken) =>
            Task.FromResult(EndOfTurn);

        public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken) =>
            dc.BeginDialogAsync("cancel", null, cancellationToken);

        public override Task EndDialogAsync(
            DialogContext dc, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken)
        {
            ended.Add($"{instance.Id} {reason}");
            return Task.CompletedTask;
        }
    }
}

using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Dialogs;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.ProbeBot.Prompts;
using static SmartFlexBot.Tests.BotFramework.Dialogs.Questions;

namespace SmartFlexBot.Tests.BotFramework.Dialogs;

public sealed class DialogStateTests
{
    private static readonly WaterfallStep AskMake = (step, ct) => step.PromptAsync("text", Ask("Make?"), ct);

    private static readonly WaterfallStep AskModel = (step, ct) =>
    {
        step.Values["make"] ??= (string?)step.Result;
        return step.PromptAsync("text", Ask("Model?"), ct);
    };

    private static readonly WaterfallStep Tell = async (step, ct) =>
    {
        await step.Context.SendActivityAsync($"{step.Values["make"]} {step.Result}", cancellationToken: ct);
        return await step.EndDialogAsync(cancellationToken: ct);
    };

    private static WaterfallDialog FirstVersion => new WaterfallDialog("root").AddStep("make", AskMake).AddStep("model", AskModel).AddStep("tell", Tell);

    private static DialogSet With(params Dialog[] dialogs) => dialogs.Aggregate(new DialogSet(), (set, dialog) => set.Add(dialog));

    private static async Task<DialogScript> InTheMiddleAsync()
    {
        var script = new DialogScript(With(FirstVersion, new TextPrompt("text")), "root");
        await script.PlayAsync("""
            user: hello
            bot: Make?
            user: Tesla
            bot: Model?
            """);
        return script;
    }

    [Fact]
    public async Task State_is_versioned_JSON_that_names_dialogs_and_steps()
    {
        var script = await InTheMiddleAsync();

        script.Stored("dialogs", "v")!.GetValue<int>().ShouldBe(1);
        script.Stored("dialogs", "stack", 0, "id")!.GetValue<string>().ShouldBe("text");
        var root = script.Stored("dialogs", "stack", 1)!;
        root["id"]!.GetValue<string>().ShouldBe("root");
        root["version"]!.GetValue<string>().ShouldBe("1");
        root["state"]!["step"]!.GetValue<string>().ShouldBe("model");
        root["state"]!["values"]!["make"]!.GetValue<string>().ShouldBe("Tesla");
    }

    [Fact]
    public async Task A_renamed_step_goes_on_where_it_was()
    {
        var script = await InTheMiddleAsync();
        var second = new WaterfallDialog("root", "2").AddStep("make", AskMake).AddStep("variant", AskModel, formerNames: ["model"]).AddStep("tell", Tell);
        script.Dialogs = With(second, new TextPrompt("text"));

        await script.PlayAsync("""
            user: Model 3
            bot: Tesla Model 3
            """);
    }

    [Fact]
    public async Task Steps_put_before_and_after_do_not_move_the_place()
    {
        var script = await InTheMiddleAsync();
        var second = new WaterfallDialog("root", "2")
            .AddStep("greet", (step, ct) => step.NextAsync(null, ct))
            .AddStep("make", AskMake)
            .AddStep("model", AskModel)
            .AddStep("year", (step, ct) => step.PromptAsync("text", Ask($"Year of the {step.Result}?"), ct))
            .AddStep("tell", Tell);
        script.Dialogs = With(second, new TextPrompt("text"));

        await script.PlayAsync("""
            user: Model 3
            bot: Year of the Model 3?
            user: 2024
            bot: Tesla 2024
            """);
    }

    [Fact]
    public async Task A_removed_step_restarts_the_dialog_with_its_values()
    {
        var script = await InTheMiddleAsync();
        var second = new WaterfallDialog("root", "2")
            .AddStep("confirm", (step, ct) => step.PromptAsync("text", Ask($"{step.Reason} {step.Result}{step.Values["make"]}, right?"), ct))
            .AddStep("tell", Tell);
        script.Dialogs = With(second, new TextPrompt("text"));

        await script.PlayAsync("""
            user: Model 3
            bot: BeginCalled Tesla, right?
            user: yes
            bot: Tesla yes
            """);
        script.Lost.ShouldBeFalse();
    }

    [Theory]
    [InlineData("root")]
    [InlineData("text")]
    public async Task A_removed_dialog_loses_the_stack_and_nothing_else(string removed)
    {
        var script = await InTheMiddleAsync();
        var start = new WaterfallDialog("start").AddStep("greet", async (step, ct) =>
        {
            await step.Context.SendActivityAsync("Welcome back.", cancellationToken: ct);
            return Dialog.EndOfTurn;
        });
        script = new DialogScript(With([start, .. new Dialog[] { FirstVersion, new TextPrompt("text") }.Where(dialog => dialog.Id != removed)]), "start")
        {
            State = script.State.Replace("{\"dialogs\"", "{\"language\":\"de\",\"dialogs\"", StringComparison.Ordinal),
        };

        await script.PlayAsync("""
            user: Model 3
            bot: Welcome back.
            """);

        script.Lost.ShouldBeTrue();
        script.Stored("language")!.GetValue<string>().ShouldBe("de");
    }

    [Theory]
    [InlineData("""null""", false)]
    [InlineData("""5""", true)]
    [InlineData("""[]""", true)]
    [InlineData("""{}""", true)]
    [InlineData("""{"v":"1","stack":[]}""", true)]
    [InlineData("""{"v":2,"stack":[]}""", true)]
    [InlineData("""{"v":1,"stack":{}}""", true)]
    [InlineData("""{"v":1,"stack":[null]}""", true)]
    [InlineData("""{"v":1,"stack":["root"]}""", true)]
    [InlineData("""{"v":1,"stack":[{"id":7,"version":"1","state":{}}]}""", true)]
    [InlineData("""{"v":1,"stack":[{"id":"root","version":7,"state":{}}]}""", true)]
    [InlineData("""{"v":1,"stack":[{"id":"root","version":"1"}]}""", true)]
    [InlineData("""{"v":1,"stack":[{"id":"root","version":"1","state":[]}]}""", true)]
    [InlineData("""{"v":1,"v":1,"stack":[]}""", true)]
    [InlineData("""{"v":1,"stack":[{"id":"root","version":"1","state":{"step":"make","step":"make"}}]}""", true)]
    [InlineData("""{"v":1,"stack":[{"id":"text","version":"1","state":{}}]}""", true)]
    [InlineData("""{"v":1,"stack":[{"id":"text","version":"1","state":{"options":{"prompt":5}}}]}""", true)]
    [InlineData("""{"v":1,"stack":[{"id":"root","version":"1","state":{}}]}""", false)]
    [InlineData("""{"v":1,"stack":[{"id":"root","state":{"step":5,"values":"x","options":[]}}]}""", false)]
    [InlineData("""{"v":1,"stack":[]}""", false)]
    public async Task Whatever_is_stored_the_conversation_goes_on(string dialogs, bool lost)
    {
        var script = new DialogScript(With(FirstVersion, new TextPrompt("text")), "root") { State = $$"""{"dialogs":{{dialogs}}}""" };

        await script.PlayAsync("""
            user: hello
            bot: Make?
            """);

        script.Lost.ShouldBe(lost);
    }

    [Fact]
    public async Task A_stack_deeper_than_any_can_be_is_lost()
    {
        var instance = """{"id":"root","version":"1","state":{"step":"make","values":{}}}""";
        var script = new DialogScript(With(FirstVersion, new TextPrompt("text")), "root")
        {
            State = $$$"""{"dialogs":{"v":1,"stack":[{{{string.Join(',', Enumerable.Repeat(instance, DialogContext.MaximumDepth + 1))}}}]}}""",
        };

        await script.SayAsync("hello");

        script.Lost.ShouldBeTrue();
    }

    [Theory]
    [InlineData("\0\u202e\"}]", "\0\u202e\"}]")]
    [InlineData("🚗", "🚗")]
    public async Task Whatever_is_typed_can_be_kept(string make, string kept)
    {
        var script = new DialogScript(With(FirstVersion, new TextPrompt("text")), "root");
        await script.SayAsync("hello");
        await script.SayAsync(make);

        await script.SayAsync("3");

        script.Lost.ShouldBeFalse();
        script.Sent[^1].Text.ShouldBe($"{kept} 3");
    }

    [Fact]
    public async Task Fields_of_a_newer_version_are_kept()
    {
        var script = await InTheMiddleAsync();
        var state = JsonNode.Parse(script.State)!;
        state["dialogs"]!["trace"] = "t";
        state["dialogs"]!["stack"]![0]!["since"] = "s";
        state["dialogs"]!["stack"]![0]!["state"]!["options"]!["tone"] = "kind";
        state["dialogs"]!["stack"]![1]!["state"]!["mood"] = "m";
        script.State = state.ToJsonString();

        await script.SayAsync(" ");

        script.Stored("dialogs", "trace")!.GetValue<string>().ShouldBe("t");
        script.Stored("dialogs", "stack", 0, "since")!.GetValue<string>().ShouldBe("s");
        script.Stored("dialogs", "stack", 0, "state", "options", "tone")!.GetValue<string>().ShouldBe("kind");
        script.Stored("dialogs", "stack", 1, "state", "mood")!.GetValue<string>().ShouldBe("m");
    }
}

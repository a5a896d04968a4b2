using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.Devices;

/// <summary>The facts do not answer this list of the tenant's: the customer chooses.</summary>
internal sealed record AskOption(WizardStep.Select Wizard) : Step
{
    public override string Key => $"AskOption:{Wizard.Id}";

    public override string StatusKey => "status.next.Option";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) =>
        new StepRun.Ask(new AskOptionQuestion(turn.Voice, new OnboardingChanges(turn.Commands, turn.Facts), Wizard));
}

internal sealed class AskOptionQuestion(Voice voice, OnboardingChanges changes, WizardStep.Select step) : IQuestion
{
    /// <summary>More buttons than this are no help: the customer types, and the list is matched.</summary>
    private const int MaximumButtons = 10;

    public string Id => "ask-option";

    private IReadOnlyList<Choosable> Options =>
        Choosable.Numbered([.. step.Options.Zip(OptionLabels.Of(step.Options, voice.Culture), (option, label) =>
            new Choosable(option.Id, Label(option, label)))]);

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return voice.AskAsync("option.retry");
        }

        var key = step is WizardStep.SelectUserVehicle ? "option.user-vehicle" : "option";
        return voice.ShowAsync("choices", voice.Text($"{key}.title"), new JsonObject
        {
            ["title"] = voice.Text($"{key}.title"),
            ["text"] = voice.Text($"{key}.text"),
            ["options"] = Choosable.Options(Options.Take(MaximumButtons)),
        });
    }

    public Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (Choosable.Chosen(reply, Options) is not { } chosen)
        {
            return Task.FromResult(false);
        }

        changes.Complete(step, new StepAnswer.Option(chosen.Id));
        return Task.FromResult(true);
    }

    private string Label(WizardOption option, string label) => option.Id.Equals(WizardOption.NoneId, StringComparison.OrdinalIgnoreCase)
        ? voice.Text("devices.offers.none")
        : label;
}

using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.SignIn;

/// <summary>Values that a maker asks for.</summary>
internal sealed record GiveInput(WizardStep.UserInputRequired Wizard) : Step
{
    public override string Key => $"GiveInput:{Wizard.Id}";

    public override string StatusKey => "status.next.Input";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) =>
        new StepRun.Ask(new GiveInputQuestion(
            turn.Voice, turn.Conversation, StuckAid.Of(turn), new OnboardingChanges(turn.Commands, turn.Facts),
            Wizard));
}

/// <summary>
/// One question at a time. The tenant's pattern is Python's; it is Kraken that checks it, and what it does not accept comes back as not
/// verified.
/// </summary>
internal sealed class GiveInputQuestion(
    Voice voice, Conversation conversation, StuckAid aid, OnboardingChanges changes, WizardStep.UserInputRequired step) : IQuestion
{
    public string Id => "give-input";

    private WizardInput? Open => Asked.FirstOrDefault(input => !conversation.Memory.Inputs.ContainsKey(input.Key));

    /// <summary>What is required or was wrong; where that is nothing, everything: a step that is shown waits for something.</summary>
    private IReadOnlyList<WizardInput> Asked =>
        step.Inputs.Where(input => input.IsRequired || input.IsVerified == false).ToArray() is { Length: > 0 } needed
            ? needed
            : step.Inputs;

    /// <summary>A value that was wrong comes back in a step of its own.</summary>
    private const string AnyTry = "GiveInput";

    public async Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (Open is not { } input)
        {
            return;
        }

        var isWrong = again || input.IsVerified == false;
        if (isWrong)
        {
            aid.Count(AnyTry);
        }

        // Its key is a name in Kraken's API, and no customer's word.
        await (string.IsNullOrWhiteSpace(input.Description)
            ? voice.AskAsync(isWrong ? "input.wrong.none" : "input.ask.none")
            : voice.AskAsync(isWrong ? "input.wrong" : "input.ask", ("description", input.Description)));
        await aid.OfferAsync(AnyTry);
    }

    public Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (reply.IsCard || reply.Text.Length == 0 || Open is not { } input)
        {
            return Task.FromResult(false);
        }

        conversation.Remember(
            memory => memory with { Inputs = new Dictionary<string, string>(memory.Inputs) { [input.Key] = reply.Text } });
        if (Open is not null)
        {
            return Task.FromResult(true);
        }

        var values = conversation.Memory.Inputs.Where(value => step.Inputs.Any(input => input.Key == value.Key)).ToDictionary();
        changes.Complete(step, new StepAnswer.Inputs(values));
        conversation.Remember(memory => memory with { Inputs = new Dictionary<string, string>() });
        return Task.FromResult(true);
    }
}

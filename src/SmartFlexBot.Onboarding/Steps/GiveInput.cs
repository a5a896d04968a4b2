using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Commands;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>
/// Values that a maker asks for, one question at a time. The tenant's pattern is Python's; it is Kraken that checks it, and what it
/// does not accept comes back as not verified.
/// </summary>
internal sealed class GiveInput(JourneyTurn turn, WizardStep.UserInputRequired step) : IQuestion
{
    public string Id => "give-input";

    private WizardInput? Open => Asked.FirstOrDefault(input => !turn.Memory.Inputs.ContainsKey(input.Key));

    /// <summary>What is required or was wrong; where that is nothing, everything: a step that is shown waits for something.</summary>
    private IReadOnlyList<WizardInput> Asked =>
        step.Inputs.Where(input => input.IsRequired || input.IsVerified == false).ToArray() is { Length: > 0 } needed ? needed : step.Inputs;

    public Task AskAsync(bool again, CancellationToken cancellationToken) => Open is { } input
        ? turn.AskAsync(again || input.IsVerified == false ? "input.wrong" : "input.ask", ("description", input.Description ?? input.Key))
        : Task.CompletedTask;

    public Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (reply.IsCard || reply.Text.Length == 0 || Open is not { } input)
        {
            return Task.FromResult(false);
        }

        turn.Remember(memory => memory with { Inputs = new Dictionary<string, string>(memory.Inputs) { [input.Key] = reply.Text } });
        if (Open is not null)
        {
            return Task.FromResult(true);
        }

        var values = turn.Memory.Inputs.Where(value => step.Inputs.Any(input => input.Key == value.Key)).ToDictionary();
        turn.Command(WizardChange.Complete, PendingAction.Complete, step.Id, new StepAnswer.Inputs(values));
        turn.Remember(memory => memory with { Inputs = new Dictionary<string, string>() });
        return Task.FromResult(true);
    }
}

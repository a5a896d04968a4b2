using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Commands;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>A list of the tenant's that the facts do not answer.</summary>
internal sealed class AskOption(JourneyTurn turn, Step.AskOption step) : IQuestion
{
    /// <summary>More buttons than this are no help: the customer types, and the list is matched.</summary>
    private const int MaximumButtons = 10;

    public string Id => "ask-option";

    private IReadOnlyList<Choosable> Options => [.. step.Options.Select(option => new Choosable(option.Id, Label(option)))];

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return turn.AskAsync("option.retry");
        }

        var key = step.Wizard is WizardStep.SelectUserVehicle ? "option.user-vehicle" : "option";
        return turn.ShowAsync("choices", turn.Text($"{key}.title"), new JsonObject
        {
            ["title"] = turn.Text($"{key}.title"),
            ["text"] = turn.Text($"{key}.text"),
            ["options"] = Choosable.Options(Options.Take(MaximumButtons)),
        });
    }

    public Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (Choosable.Chosen(reply, Options) is not { } chosen)
        {
            return Task.FromResult(false);
        }

        turn.Command(WizardChange.Complete, PendingAction.Complete, step.Wizard.Id, new StepAnswer.Option(chosen.Id));
        return Task.FromResult(true);
    }

    private string Label(WizardOption option) => option.Id.Equals(WizardOption.NoneId, StringComparison.OrdinalIgnoreCase)
        ? turn.Text("devices.offers.none")
        : option.Label;
}

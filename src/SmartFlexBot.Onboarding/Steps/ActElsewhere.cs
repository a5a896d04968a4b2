using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Commands;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>Something that the customer does in another app or page.</summary>
internal sealed class ActElsewhere(JourneyTurn turn, Step.ActElsewhere step) : IQuestion
{
    public string Id => "act-elsewhere";

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return turn.AskAsync("action.retry");
        }

        return turn.ShowAsync("action", turn.Text("action.title"), new JsonObject
        {
            ["title"] = turn.Text("action.title"),
            ["text"] = turn.Text("action.text", ("description", MarkdownText.Escape(step.Instruction ?? ""))),
            ["hasUrl"] = step.Uri is not null,
            ["open"] = turn.Text("action.open"),
            ["url"] = step.Uri is { } uri ? turn.Link(TicketPurpose.ActElsewhere, uri, step.Wizard.Id).Url : "",
            ["done"] = turn.Text("action.done"),
        });
    }

    public Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (!Affirmation.IsDone(turn, reply))
        {
            return Task.FromResult(false);
        }

        turn.Command(WizardChange.Complete, PendingAction.Complete, step.Wizard.Id, new StepAnswer.Done());
        return Task.FromResult(true);
    }
}

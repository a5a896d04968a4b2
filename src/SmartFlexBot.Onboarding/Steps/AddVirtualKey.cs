using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Commands;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>
/// The link that adds Tesla's virtual key. Once it was opened, the test charge is offered at once: starting it says as well that the
/// key is there, and only the test can show whether it is.
/// </summary>
internal sealed class AddVirtualKey(JourneyTurn turn, Step.AddVirtualKey step) : IQuestion
{
    public string Id => "add-virtual-key";

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return turn.AskAsync("key.retry");
        }

        if (step.Opened)
        {
            return TestCard.ShowAsync(turn, turn.Text("key.then-test"));
        }

        var link = turn.Link(TicketPurpose.VirtualKey, step.Wizard.Uri, step.Wizard.Id);
        return turn.ShowAsync("virtual-key", turn.Text("key.title"), new JsonObject
        {
            ["title"] = turn.Text("key.title"),
            ["text"] = turn.Text("key.text", ("key", MarkdownText.Escape(step.Wizard.KeyName))),
            ["button"] = turn.Text("key.button"),
            ["url"] = link.Url,
            ["showQr"] = !turn.Memory.IsOnPhone,
            ["qrLabel"] = turn.Text("key.qr"),
            ["qrAlt"] = turn.Text("key.qr.alt"),
            ["qr"] = turn.Services.Address.Of($"/auth/qr/{link.Code}.png"),
            ["done"] = turn.Text("key.done"),
        });
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (step.Opened && Affirmation.IsLater(turn, reply))
        {
            await TestCard.PutOffAsync(turn, step);
            return true;
        }

        var starts = Affirmation.IsStart(turn, reply);
        if (!starts && !Affirmation.IsDone(turn, reply))
        {
            return false;
        }
        // "Done" is about the key; only who says "start" has agreed to the test charge, and only this time.
        turn.Update(journey => journey with { Test = journey.Test with { AgreedInAdvance = step.Opened && starts }, VirtualKeyUri = step.Wizard.Uri });
        turn.Command(WizardChange.Complete, PendingAction.Complete, step.Wizard.Id, new StepAnswer.Done());
        return true;
    }
}

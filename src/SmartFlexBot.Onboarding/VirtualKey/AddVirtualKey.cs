using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.TestCharge;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.VirtualKey;

/// <summary>Tesla's virtual key has to be added.</summary>
/// <param name="Opened">The link was opened: what comes next is offered with it.</param>
internal sealed record AddVirtualKey(WizardStep.TeslaSetupVirtualKey Wizard, bool Opened) : Step
{
    public override string Key => $"AddVirtualKey:{Wizard.Id}:{Opened}";

    public override string StatusKey => "status.next.AddVirtualKey";

    public override bool IsWatched => true;

    public override StepRun Run(Turn turn) => new StepRun.Ask(new AddVirtualKeyQuestion(
        turn.Voice, turn.Facts, turn.Links, turn.Conversation.Memory.IsOnPhone, TestCard.Of(turn),
        new OnboardingChanges(turn.Commands, turn.Facts), this));
}

/// <summary>
/// The link that adds the key. Once it was opened, the test charge is offered at once: starting it says as well that the key is there,
/// and only the test can show whether it is.
/// </summary>
internal sealed class AddVirtualKeyQuestion(
    Voice voice, JourneyFacts facts, Links links, bool isOnPhone, TestCard test, OnboardingChanges changes, AddVirtualKey step) : IQuestion
{
    public string Id => "add-virtual-key";

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return voice.AskAsync("key.retry");
        }

        if (step.Opened)
        {
            return test.ShowAsync(voice.Text("key.then-test"));
        }

        var (url, code) = links.To(TicketPurpose.VirtualKey, step.Wizard.Uri, step.Wizard.Id);
        return voice.ShowAsync("virtual-key", voice.Text("key.title"), new JsonObject
        {
            ["title"] = voice.Text("key.title"),
            ["text"] = voice.Text("key.text", ("key", MarkdownText.Escape(step.Wizard.KeyName))),
            ["button"] = voice.Text("key.button"),
            ["url"] = url,
            ["showQr"] = !isOnPhone,
            ["qrLabel"] = voice.Text("key.qr"),
            ["qrAlt"] = voice.Text("key.qr.alt"),
            ["qr"] = links.QrCodeOf(code),
            ["done"] = voice.Text("key.done"),
        });
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (step.Opened && Affirmation.IsLater(voice, reply))
        {
            await test.PutOffAsync(step);
            return true;
        }

        var starts = Affirmation.IsStart(voice, reply);
        if (!starts && !Affirmation.IsDone(voice, reply))
        {
            return false;
        }

        // "Done" is about the key; only who says "start" has agreed to the test charge, and only this time.
        var agrees = step.Opened && starts;
        facts.Update(journey => journey with { Test = journey.Test with { AgreedInAdvance = agrees }, VirtualKeyUri = step.Wizard.Uri });
        changes.Done(step.Wizard);
        return true;
    }
}

using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.SignIn;

/// <summary>Something that the customer does in another app or page of the maker's.</summary>
internal sealed record ActElsewhere(WizardStep Wizard, string? Instruction, Uri? Uri) : Step
{
    public override string Key => $"ActElsewhere:{Wizard.Id}";

    public override string StatusKey => "status.next.Elsewhere";

    public override bool IsWatched => true;

    public override StepRun Run(Turn turn) =>
        new StepRun.Ask(new ActElsewhereQuestion(
            turn.Voice, turn.Links, StuckAid.Of(turn), new OnboardingChanges(turn.Commands, turn.Facts), this));
}

/// <summary>What comes back after "done" was not done: that is a try as well.</summary>
internal sealed class ActElsewhereQuestion(
    Voice voice, Links links, StuckAid aid, OnboardingChanges changes, ActElsewhere step) : IQuestion
{
    public string Id => "act-elsewhere";

    public async Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            aid.Count(step.Key);
            await voice.AskAsync("action.retry");
        }
        else
        {
            await ShowAsync();
        }

        await aid.OfferAsync(step.Key);
    }

    public Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (!Affirmation.IsDone(voice, reply))
        {
            return Task.FromResult(false);
        }

        aid.Count(step.Key);
        changes.Done(step.Wizard);
        return Task.FromResult(true);
    }

    private Task ShowAsync() => voice.ShowAsync("action", voice.Text("action.title"), new JsonObject
    {
        ["title"] = voice.Text("action.title"),
        ["text"] = string.IsNullOrWhiteSpace(step.Instruction)
            ? voice.Text("action.text.none")
            : voice.Text("action.text", ("description", MarkdownText.Escape(step.Instruction))),
        ["hasUrl"] = step.Uri is not null,
        ["open"] = voice.Text("action.open"),
        ["url"] = step.Uri is { } uri ? links.To(TicketPurpose.ActElsewhere, uri, step.Wizard.Id).Url : "",
        ["done"] = voice.Text("action.done"),
    });
}

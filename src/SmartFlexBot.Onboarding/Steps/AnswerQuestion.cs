using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Commands;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>Asks before something is dropped or the language changes, and does it on a yes.</summary>
internal sealed class AnswerQuestion(JourneyTurn turn, QuestionKind kind) : IQuestion
{
    public string Id => "answer-question";

    private string TextKey => kind switch
    {
        QuestionKind.Cancel => "cancel.confirm",
        QuestionKind.StartOver => "start-over.confirm",
        _ => "language.ask",
    };

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        // The new language is offered in that language.
        var language = kind == QuestionKind.Language ? turn.Memory.Question!.Argument! : turn.Locale;
        var text = turn.Services.Texts.Get(language, TextKey);
        return turn.ShowAsync("confirm", text, new JsonObject
        {
            ["text"] = text,
            ["yes"] = turn.Services.Texts.Get(language, "confirm.command.yes"),
            ["no"] = turn.Services.Texts.Get(language, "confirm.command.no"),
        });
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        var question = turn.Memory.Question!;
        var answer = reply.IsCard
            ? reply.Do == "yes" ? ConsentLabel.Yes : ConsentLabel.No
            : ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Check).Label;
        if (answer is ConsentLabel.Unclear or ConsentLabel.Question)
        {
            return false;
        }

        turn.Remember(memory => memory with { Question = null });
        if (answer == ConsentLabel.No)
        {
            await turn.SayAsync("command.kept");
            return true;
        }

        switch (question.Kind)
        {
            case QuestionKind.Language:
                turn.Remember(memory => memory with { Locale = question.Argument });
                await turn.SayAsync("language.changed");
                break;
            case QuestionKind.Cancel:
                Drop(JourneyEnd.CancelledByCustomer);
                await turn.SayAsync("cancel.done");
                turn.Remember(memory => memory with { Told = new Step.Ended(JourneyEnd.CancelledByCustomer).Key });
                break;
            default:
                Drop(end: null);
                turn.Update(journey => journey with { Kind = null, Vehicle = null, ChargePoint = null, DevicesConfirmed = false, Chosen = null, DeviceId = null });
                turn.Remember(memory => memory with { Offers = [] });
                await turn.SayAsync("start-over.done");
                break;
        }

        return true;
    }

    private void Drop(JourneyEnd? end)
    {
        if (turn.Journey.Wizard is not null)
        {
            turn.Command(WizardChange.Cancel, PendingAction.Cancel);
        }

        turn.Update(journey => journey with { End = end, Test = new(), Refused = null });
    }
}

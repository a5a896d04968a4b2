using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Commands;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>The test was refused or failed: the one reason, the one thing to do, and the next try. After too many, a person as well.</summary>
internal sealed class MendTest(JourneyTurn turn, Step.MendTest step) : IQuestion
{
    public string Id => "mend-test";

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return turn.AskAsync("test.mend.retry");
        }

        var reason = $"reason.{step.Reason}";
        // What a Tesla without its virtual key fails with.
        var key = step.Reason == "ASSESSMENTS_FAILED" ? turn.Journey.VirtualKeyUri : null;
        var title = turn.Text(step.Failed ? "test.mend.title" : "test.mend.refused.title");
        return turn.ShowAsync("mend-test", title, new JsonObject
        {
            ["title"] = title,
            ["reason"] = turn.Text(turn.Services.Texts.Has(reason) ? reason : "reason.UNKNOWN"),
            ["again"] = turn.Text("test.again"),
            ["hasKey"] = key is not null,
            ["addKey"] = turn.Text("key.button"),
            ["keyUrl"] = key is null ? "" : turn.Link(TicketPurpose.VirtualKey, key, step.Wizard.Id).Url,
            ["offerPerson"] = step.OfferPerson,
            ["person"] = turn.Text("test.person"),
        });
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (reply.Do == "person")
        {
            await turn.SayAsync("person");
            return false;
        }

        if (Affirmation.IsLater(turn, reply))
        {
            await TestCard.PutOffAsync(turn, step);
            return true;
        }

        if (!Affirmation.IsStart(turn, reply) && !Affirmation.IsDone(turn, reply))
        {
            return false;
        }

        turn.Command(WizardChange.Complete, PendingAction.StartTest, step.Wizard.Id, new StepAnswer.Done());
        turn.Update(journey => journey with { Test = Retried(journey.Test) });
        return true;
    }

    private TestFacts Retried(TestFacts test) => test with
    {
        AgreedForStep = step.Wizard.Id,
        RetriedReason = step.Reason,
        RetriedFailure = step.Wizard.Problem is { } problem ? WizardSteps.FailureOf(step.Wizard, problem) : null,
        RetriesOfSameReason = test.RetriedReason == step.Reason ? test.RetriesOfSameReason + 1 : 1,
    };
}

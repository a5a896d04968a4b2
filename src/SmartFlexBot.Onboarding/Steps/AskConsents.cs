using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>
/// Two permissions, each on its own: two boxes on one card, none ticked beforehand. Who types is asked one after the other, and
/// takes an explicit yes for each.
/// </summary>
internal sealed class AskConsents(JourneyTurn turn) : IQuestion
{
    public string Id => "ask-consents";

    private string Minutes => turn.Services.Market.TestCharge.Minutes.ToString(turn.Culture);

    private ConsentPurpose Missing => turn.Journey.HasConsent(ConsentPurpose.DataAndLocation) ? ConsentPurpose.Control : ConsentPurpose.DataAndLocation;

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return turn.AskAsync(Missing == ConsentPurpose.Control ? "consent.typed.control" : "consent.typed.data", ("minutes", Minutes));
        }
        // Both are shown at once: no typed yes belongs to one of them.
        turn.Remember(memory => memory with { AskedPurpose = null });
        return turn.ShowAsync("consents", turn.Text("consent.title"), new JsonObject
        {
            ["title"] = turn.Text("consent.title"),
            ["text"] = turn.Text("consent.text"),
            ["data"] = turn.Text("consent.data"),
            ["dataGiven"] = Ticked(ConsentPurpose.DataAndLocation),
            ["control"] = turn.Text("consent.control", ("minutes", Minutes)),
            ["controlGiven"] = Ticked(ConsentPurpose.Control),
            ["submit"] = turn.Text("consent.submit"),
        });
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (reply.IsCard)
        {
            Record(ConsentPurpose.DataAndLocation, reply.IsTicked("data"), turn.Text("consent.submit"));
            Record(ConsentPurpose.Control, reply.IsTicked("control"), turn.Text("consent.submit"));
            if (!turn.Journey.HasAllConsents)
            {
                await turn.SayAsync("consent.both-needed");
            }

            return true;
        }

        var answer = ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Permission);
        if (answer.Label == ConsentLabel.No)
        {
            await turn.SayAsync("consent.both-needed");
            return true;
        }

        if (answer.Label == ConsentLabel.Question)
        {
            await turn.SayAsync("privacy");
        }
        // The first yes may mean the card as a whole: it counts for the permission that is asked for by its own sentence only.
        if (answer.IsExplicitYes && turn.Memory.AskedPurpose == Missing)
        {
            Record(Missing, granted: true, reply.Text);
        }

        turn.Remember(memory => memory with { AskedPurpose = turn.Journey.HasAllConsents ? null : Missing });
        return turn.Journey.HasAllConsents;
    }

    private void Record(ConsentPurpose purpose, bool granted, string words)
    {
        if (granted == turn.Journey.HasConsent(purpose))
        {
            return;
        }

        var consent = new Consent(purpose, granted, turn.Services.Market.ConsentWording, words, turn.Now);
        turn.Update(journey => journey with { Consents = [.. journey.Consents, consent] });
    }

    private string Ticked(ConsentPurpose purpose) => turn.Journey.HasConsent(purpose) ? "true" : "false";
}

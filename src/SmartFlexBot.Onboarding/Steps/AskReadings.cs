using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>Half-hourly readings are a permission of their own, apart from the contract that needs them.</summary>
internal sealed class AskReadings(JourneyTurn turn) : IQuestion
{
    public string Id => "ask-readings";

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return turn.AskAsync("tariff.readings.retry");
        }

        return turn.ShowAsync("confirm", turn.Text("tariff.readings"), new JsonObject
        {
            ["text"] = turn.Text("tariff.readings"),
            ["yes"] = turn.Text("tariff.readings.yes"),
            ["no"] = turn.Text("tariff.readings.no"),
        });
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        var answer = ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Permission);
        switch (reply)
        {
            case { Do: "yes" }:
            case { IsCard: false } when answer.IsExplicitYes:
                Record(reply.IsCard ? turn.Text("tariff.readings.yes") : reply.Text);
                return true;
            case { Do: "no" }:
            case { IsCard: false } when answer.Label == ConsentLabel.No:
                turn.Update(journey => journey with { Tariff = journey.Tariff with { Agreed = null, Declined = true } });
                await turn.SayAsync("tariff.readings.refused");
                return true;
            case { IsCard: false } when answer.Label == ConsentLabel.Question:
                await turn.SayAsync("tariff.readings.why");
                return false;
            default:
                return false;
        }
    }

    private void Record(string words)
    {
        var consent = new Consent(ConsentPurpose.HalfHourlyReadings, Granted: true, turn.Services.Market.ConsentWording, words, turn.Now);
        turn.Update(journey => journey with { Consents = [.. journey.Consents, consent] });
    }
}

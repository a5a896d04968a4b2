using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>
/// The tariff side does not go on as it is: declined, refused, stopped, or its data cannot be shown. One reason, and one way on: look at
/// the offer again. A person can be reached from each.
/// </summary>
/// <param name="reason">The finished sentence.</param>
internal sealed class ReviewTariff(JourneyTurn turn, string reason) : IQuestion
{
    public string Id => "review-tariff";

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return turn.AskAsync("tariff.review.retry");
        }

        return turn.ShowAsync("confirm", reason, new JsonObject
        {
            ["text"] = reason,
            ["yes"] = turn.Text("tariff.review.again"),
            ["no"] = turn.Text("test.person"),
        });
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        var answer = ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Check);
        if (reply.Do == "yes" || !reply.IsCard && (answer.Label == ConsentLabel.Yes || Affirmation.IsAgain(turn, reply)))
        {
            turn.Update(journey => journey with
            {
                Tariff = new TariffFacts { RetriedAfter = journey.Tariff.Switch?.Id ?? journey.Tariff.RetriedAfter },
            });
            return true;
        }

        if (reply.Do == "no" || answer.Label == ConsentLabel.No)
        {
            await turn.SayAsync("person");
        }

        return false;
    }
}

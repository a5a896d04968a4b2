using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>
/// The tariff now beside the one offered, and the question whether the customer agrees. It is a contract: the card's button or an
/// explicit yes in words; everything softer is answered and asked again.
/// </summary>
internal sealed class AskTariff(JourneyTurn turn, Step.OfferTariff step) : IQuestion
{
    private bool _isAnswered;

    public string Id => "ask-tariff";

    private (string, object?)[] Named => [("tariff", step.Offered.Name), ("version", step.Offered.Terms!.Version)];

    public Task AskAsync(bool again, CancellationToken cancellationToken) => !again ? new TariffCard(turn, step).ShowAsync()
        : _isAnswered ? Task.CompletedTask
        : turn.AskAsync("tariff.retry", Named);

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        switch (reply.IsCard ? reply.Do : Typed(reply))
        {
            case "agree":
                Agree(reply.IsCard ? turn.Text("tariff.agree") : reply.Text);
                return true;
            case "no":
                turn.Update(journey => journey with { Tariff = journey.Tariff with { Declined = true } });
                if (turn.Services.Market.Tariff is { IsRequired: false })
                {
                    await turn.SayAsync("tariff.declined.kept");
                }

                return true;
            case "estimate":
                return await AnsweredAsync(new TariffEstimate(turn, step).AskAsync());
            case "estimated":
                return await AnsweredAsync(new TariffEstimate(turn, step).AnswerAsync(reply));
            case "origins":
                return await AnsweredAsync(new TariffCard(turn, step).ShowOriginsAsync());
            case "soft":
                return await AnsweredAsync(turn.AskAsync("tariff.soft", Named));
            case "question":
                return await AnsweredAsync(turn.AskAsync("tariff.question", Named));
            default:
                return false;
        }
    }

    private string? Typed(Reply reply)
    {
        // Who types what stands on a button presses it.
        (string Id, string Key)[] buttons = [("agree", "tariff.agree"), ("no", "tariff.no"), ("estimate", "tariff.estimate"), ("origins", "tariff.origins")];
        if (Array.Find(buttons, button => turn.Text(button.Key).Equals(reply.Text, StringComparison.OrdinalIgnoreCase)).Id is { } pressed)
        {
            return pressed;
        }

        var answer = ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Contract);
        return answer switch
        {
            { IsExplicitYes: true } => "agree",
            { Label: ConsentLabel.Yes } => "soft",
            { Label: ConsentLabel.No } => "no",
            { Label: ConsentLabel.Question } => "question",
            _ => null,
        };
    }

    /// <summary>What is said here is all that is said: the card is still there.</summary>
    private async Task<bool> AnsweredAsync(Task said)
    {
        await said;
        _isAnswered = true;
        return false;
    }

    private void Agree(string words)
    {
        var version = step.Offered.Terms!.Version!;
        var consent = new Consent(ConsentPurpose.Tariff, Granted: true, version, words, turn.Now);
        var agreed = new TariffAgreement(step.Shown, step.Offered.ProductCode, version, words, turn.Now);
        turn.Update(journey => journey with { Consents = [.. journey.Consents, consent], Tariff = journey.Tariff with { Agreed = agreed, Declined = false } });
    }
}

using SmartFlexBot.Onboarding.Consents;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>The tariff now beside the one offered, and the question whether the customer agrees.</summary>
/// <param name="Now">Null when Kraken does not tell.</param>
/// <param name="Shown">The fingerprint of what the card shows.</param>
internal sealed record OfferTariff(Tariff Offered, Tariff? Now, string Shown) : Step
{
    public override string Key => $"OfferTariff:{Shown}";

    public override string StatusKey => "status.next.Tariff";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Ask(new OfferTariffQuestion(
        turn.Voice,
        new TariffCard(turn.Voice, turn.Links, turn.Market, turn.Clock, this),
        TariffEstimate.Of(turn, this),
        new TariffDecision(turn.Facts, new ConsentFacts(turn.Facts, turn.Market, turn.Clock), turn.Clock, this),
        TariffEnding.Of(turn),
        StuckAid.Of(turn),
        this));
}

/// <summary>It is a contract: the card's button or an explicit yes in words; everything softer is answered and asked again.</summary>
internal sealed class OfferTariffQuestion(
    Voice voice, TariffCard card, TariffEstimate estimate, TariffDecision decision, TariffEnding ending, StuckAid aid,
    OfferTariff step) : IQuestion
{
    private bool _isAnswered;

    public string Id => "ask-tariff";

    public string? Explanation => voice.Text("tariff.question", Named);

    private (string, object?)[] Named => [("tariff", step.Offered.Name), ("version", step.Offered.Terms!.Version)];

    public Task AskAsync(bool again, CancellationToken cancellationToken) => !again ? card.ShowAsync()
        : _isAnswered ? Task.CompletedTask
        : voice.AskAsync("tariff.retry", Named);

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        switch (reply.IsCard ? reply.Do : Typed(reply))
        {
            case "agree":
                decision.Agree(reply.IsCard ? voice.Text("tariff.agree") : reply.Text);
                return true;
            case "no":
                decision.Decline();
                await ending.TellAsync();
                return true;
            case "estimate":
                return await AnsweredAsync(estimate.AskAsync());
            case "estimated":
                return await AnsweredAsync(estimate.AnswerAsync(reply));
            case "unknown":
                return await AnsweredAsync(estimate.AnswerUnknownAsync());
            case "origins":
                return await AnsweredAsync(card.ShowOriginsAsync());
            case "figures":
                return await AnsweredAsync(estimate.AnswerKnownAsync(estimate.Typed(reply.Text)!));
            case "soft":
                await AnsweredAsync(voice.AskAsync("tariff.soft", Named));
                return await aid.OfferInDoubtAsync(step.Key, reply.Text);
            default:
                return false;
        }
    }

    private string? Typed(Reply reply)
    {
        // Who types what stands on a button presses it.
        (string Id, string Key)[] buttons = [
            ("agree", "tariff.agree"), ("no", "tariff.no"), ("estimate", "tariff.estimate"), ("origins", "tariff.origins"),
            ("unknown", "tariff.estimate.unknown"), ("unknown", "words.dont-know")];
        if (Array.Find(buttons, button => voice.IsCaption(button.Key, reply.Text)).Id is { } pressed)
        {
            return pressed;
        }

        if (estimate.Typed(reply.Text) is not null)
        {
            return "figures";
        }

        return ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Contract) switch
        {
            { IsExplicitYes: true } => "agree",
            { Label: ConsentLabel.Yes } => "soft",
            { Label: ConsentLabel.No } => "no",
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
}

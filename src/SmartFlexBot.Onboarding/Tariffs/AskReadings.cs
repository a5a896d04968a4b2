using SmartFlexBot.Onboarding.Consents;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>May the meter be read every half hour?</summary>
internal sealed record AskReadings : Step
{
    public override string StatusKey => "status.next.Tariff";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Ask(new AskReadingsQuestion(
        turn.Voice, turn.Facts, new ConsentFacts(turn.Facts, turn.Market, turn.Clock), TariffEnding.Of(turn)));
}

/// <summary>Half-hourly readings are a permission of their own, apart from the contract that needs them.</summary>
internal sealed class AskReadingsQuestion(Voice voice, JourneyFacts facts, ConsentFacts consents, TariffEnding ending) : IQuestion
{
    public string Id => "ask-readings";

    public string? Explanation => $"{voice.Text("tariff.readings.why")} {voice.Text("tariff.readings.retry")}";

    public Task AskAsync(bool again, CancellationToken cancellationToken) => again
        ? voice.AskAsync("tariff.readings.retry")
        : voice.ShowChoiceAsync(voice.Text("tariff.readings"), voice.Text("tariff.readings.yes"), voice.Text("tariff.readings.no"));

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        var answer = ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Permission);
        switch (reply)
        {
            case { Do: "yes" }:
            case { IsCard: false } when answer.IsExplicitYes:
                var words = reply.IsCard ? voice.Text("tariff.readings.yes") : reply.Text;
                consents.Set(ConsentPurpose.HalfHourlyReadings, granted: true, words);
                return true;
            case { Do: "no" }:
            case { IsCard: false } when answer.Label == ConsentLabel.No:
                facts.Update(journey => journey with { Tariff = journey.Tariff with { Agreed = null, Declined = true } });
                await voice.SayAsync("tariff.readings.refused");
                await ending.TellAsync();
                return true;
            default:
                return false;
        }
    }
}

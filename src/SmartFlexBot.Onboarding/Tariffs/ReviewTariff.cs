using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Silence;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>The tariff side does not go on as it is: one reason, and one way on, which is to look at the offer again.</summary>
internal abstract record ReviewTariff : Step
{
    public override string StatusKey => "status.next.Tariff";

    public override bool IsWatched => false;

    /// <summary>The reason, as one sentence with the next step.</summary>
    protected abstract string ReasonIn(Voice voice);

    public override StepRun Run(Turn turn) => new StepRun.Ask(new ReviewTariffQuestion(
        turn.Voice, turn.Conversation, turn.Facts, new SilenceReminders(turn.Reminders, turn.Market.Silence), Key, ReasonIn(turn.Voice)));
}

/// <summary>The tariff is not wanted, and nothing goes on without it.</summary>
internal sealed record TariffDeclined : ReviewTariff
{
    protected override string ReasonIn(Voice voice) => voice.Text("tariff.declined");
}

/// <summary>The customer has withdrawn from the contract, the switch is over, and nothing goes on without it.</summary>
internal sealed record ContractWithdrawn : ReviewTariff
{
    protected override string ReasonIn(Voice voice) => voice.Text("tariff.withdrawn.review");
}

/// <summary>The switch was refused, or has stopped.</summary>
/// <param name="Code">Kraken's code or event, such as KT-CT-4626 or UNABLE_TO_PROCEED.</param>
internal sealed record MendSwitch(string? Code) : ReviewTariff
{
    public override string Key => $"MendSwitch:{Code}";

    protected override string ReasonIn(Voice voice)
    {
        var key = $"tariff.stopped.{Code}";
        return voice.Text(voice.Has(key) ? key : "tariff.stopped", ("code", Code ?? "?"));
    }
}

/// <summary>No tariff can be shown.</summary>
/// <param name="Fault">What is wrong with its data; null when there is none.</param>
internal sealed record NoTariff(TariffFault? Fault) : ReviewTariff
{
    public override string Key => $"NoTariff:{Fault}";

    protected override string ReasonIn(Voice voice) => voice.Text(Fault switch
    {
        null => "tariff.none",
        TariffFault.NoTerms => "tariff.fault.terms",
        TariffFault.Incomplete => "tariff.fault.incomplete",
        _ => "tariff.fault.prices",
    });
}

/// <summary>A person can be reached from each; and who says "not now" is left alone, without a nudge.</summary>
/// <param name="reason">The finished sentence.</param>
internal sealed class ReviewTariffQuestion(
    Voice voice, Conversation conversation, JourneyFacts facts, SilenceReminders silence, string stepKey, string reason) : IQuestion
{
    public string Id => "review-tariff";

    public Task AskAsync(bool again, CancellationToken cancellationToken) => again
        ? voice.AskAsync("tariff.review.retry")
        : voice.ShowChoiceAsync(
            reason, voice.Text("tariff.review.again"), voice.Text("test.person"), voice.Text("tariff.review.not-now"));

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        var answer = ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Check);
        if (reply.Do == "yes" || !reply.IsCard && (answer.Label == ConsentLabel.Yes || Affirmation.IsAgain(voice, reply)))
        {
            facts.Update(journey => journey with
            {
                Tariff = new TariffFacts { RetriedAfter = journey.Tariff.Switch?.Id ?? journey.Tariff.RetriedAfter },
            });
            return true;
        }

        if (Affirmation.IsLater(voice, reply) || !reply.IsCard && answer.Label == ConsentLabel.No)
        {
            conversation.Remember(memory => memory with { Later = stepKey });
            silence.Cancel();
            await voice.SayAsync("tariff.review.later");
            return true;
        }

        if (reply.Do == "no")
        {
            await voice.SayAsync("person");
        }

        return false;
    }
}

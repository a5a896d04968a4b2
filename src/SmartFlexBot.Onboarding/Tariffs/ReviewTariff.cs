using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Silence;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>The tariff came to nothing, and smart charging needs one: why, what that means, and the way on.</summary>
internal sealed record ReviewTariff(TariffOutcome Outcome, bool IsLive) : Step
{
    public override string Key => $"ReviewTariff:{Outcome}:{(IsLive ? "live" : "")}";

    public override string StatusKey => Verdict.Next == TariffNext.AskTeam ? "status.next.Person" : "status.next.Tariff";

    public override bool IsWatched => false;

    private TariffVerdict Verdict => TariffVerdict.Of(Outcome, isRequired: true, IsLive);

    public override StepRun Run(Turn turn) => new StepRun.Ask(new ReviewTariffQuestion(
        turn.Voice, turn.Conversation, turn.Facts, new SilenceReminders(turn.Reminders, turn.Market.Silence), PersonCall.Of(turn), Key,
        Verdict));
}

/// <summary>A person can be reached from each; and who says "not now" is left alone, without a nudge.</summary>
internal sealed class ReviewTariffQuestion(
    Voice voice, Conversation conversation, JourneyFacts facts, SilenceReminders silence, PersonCall persons, string stepKey,
    TariffVerdict verdict) : IQuestion
{
    public string Id => "review-tariff";

    private bool IsForTeam => verdict.Next == TariffNext.AskTeam;

    private string Reason => TariffEnding.Words(voice, verdict);

    public Task AskAsync(bool again, CancellationToken cancellationToken) => (again, IsForTeam) switch
    {
        (true, true) => voice.AskAsync("tariff.review.retry.team"),
        (true, false) => voice.AskAsync("tariff.review.retry"),
        (false, true) => voice.ShowChoiceAsync(Reason, voice.Text("test.person"), voice.Text("tariff.review.not-now")),
        (false, false) => voice.ShowChoiceAsync(
            Reason, voice.Text("tariff.review.again"), voice.Text("test.person"), voice.Text("tariff.review.not-now")),
    };

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        switch (Heard(reply))
        {
            case Way.Again:
                facts.Update(journey => journey with { Tariff = Anew(journey.Tariff) });
                return true;
            case Way.Later:
                conversation.Remember(memory => memory with { Later = stepKey });
                silence.Cancel();
                await voice.SayAsync(IsForTeam ? "tariff.review.later.team" : "tariff.review.later");
                return true;
            case Way.Person:
                return await persons.CallAsync(HandOverReason.AskedFor, reply.IsCard ? "" : reply.Text, "person");
            default:
                return false;
        }
    }

    /// <summary>The first button is the way on: to the offer, or to the team.</summary>
    private Way? Heard(Reply reply) => (reply.Do, IsForTeam) switch
    {
        ("yes", false) => Way.Again,
        ("yes", true) or ("no", false) => Way.Person,
        ("no", true) or ("later", _) => Way.Later,
        _ when reply.IsCard => null,
        _ when Affirmation.IsAgain(voice, reply) => Way.Again,
        _ when Affirmation.IsLater(voice, reply) => Way.Later,
        _ => ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Check).Label switch
        {
            ConsentLabel.Yes => IsForTeam ? Way.Person : Way.Again,
            ConsentLabel.No => Way.Later,
            _ => null,
        },
    };

    /// <summary>
    /// All is read once more. What may go through another time is begun anew; what was refused for good is looked for, not asked for again.
    /// </summary>
    private TariffFacts Anew(TariffFacts facts) => new()
    {
        RetriedAfter = IsForTeam ? facts.RetriedAfter : facts.Switch?.Id ?? facts.RetriedAfter,
        RefusedForGood = facts.Refused is { } refused && TariffOutcomes.IsForGood(refused.Kind) ? refused : facts.RefusedForGood,
    };

    private enum Way
    {
        Again,
        Person,
        Later,
    }
}

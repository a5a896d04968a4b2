using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;
using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Obstacles;

namespace SmartFlexBot.Onboarding.TestCharge;

/// <summary>The test was refused or failed.</summary>
/// <param name="OfferPerson">It went wrong in the same way too often.</param>
internal sealed record MendTest(WizardStep.TestCharge Wizard, string Reason, bool Failed, bool OfferPerson) : Step
{
    public override string Key => $"MendTest:{Wizard.Id}:{Reason}:{Failed}:{OfferPerson}";

    public override string StatusKey => "status.next.MendTest";

    public override bool IsWatched => true;

    /// <summary>What a Tesla without its virtual key fails with.</summary>
    public bool MayLackKey => Reason == "ASSESSMENTS_FAILED";

    public override StepRun Run(Turn turn) => new StepRun.Ask(new MendTestQuestion(
        turn.Voice, turn.Links, TestCard.Of(turn), new TestStart(turn.Facts, new OnboardingChanges(turn.Commands, turn.Facts), Wizard),
        turn.Facts.Journey.VirtualKeyUri, turn.Facts.Journey.DeviceKind, PersonCall.Of(turn), this))
    { HearsObstacles = MayLackKey && turn.Facts.Journey.VirtualKeyUri is not null };
}

/// <summary>The one reason, the one thing to do, and the next try. After too many, a person as well.</summary>
internal sealed class MendTestQuestion(
    Voice voice, Links links, TestCard card, TestStart start, Uri? virtualKey, DeviceKind device, PersonCall persons,
    MendTest step) : IQuestion
{
    public string Id => "mend-test";

    /// <summary>Where the key that may be missing is added; null where none is.</summary>
    private Uri? Key => step.MayLackKey ? virtualKey : null;

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return voice.AskAsync("test.mend.retry");
        }

        var key = Key;
        var title = voice.Text(step.Failed ? "test.mend.title" : "test.mend.refused.title");
        return voice.ShowAsync("mend-test", title, new JsonObject
        {
            ["title"] = title,
            ["reason"] = voice.Text(ReasonText.KeyOf(step.Reason, device, virtualKey is not null, voice.Has)),
            ["again"] = voice.Text("test.again"),
            ["hasKey"] = key is not null,
            ["addKey"] = voice.Text("key.button"),
            ["keyUrl"] = key is null ? "" : links.To(TicketPurpose.VirtualKey, key, step.Wizard.Id).Url,
            ["offerPerson"] = step.OfferPerson,
            ["person"] = voice.Text("test.person"),
        });
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (reply.Do == "person")
        {
            return await persons.CallAsync(HandOverReason.AskedFor, words: "", "person");
        }

        if (Key is not null && !reply.IsCard && HelpWithKey(reply.Text) is { } help)
        {
            await voice.SayAsync(help);
            return false;
        }

        if (Affirmation.IsLater(voice, reply))
        {
            await card.PutOffAsync(step);
            return true;
        }

        if (!Affirmation.IsStart(voice, reply) && !Affirmation.IsDone(voice, reply))
        {
            return false;
        }

        start.Now(Retried);
        return true;
    }

    /// <returns>What leads on who cannot, or thinks they need not, add the key whose link stands on the card; null for all else.</returns>
    private static string? HelpWithKey(string words) => ObstacleRecogniser.Recognise(words) switch
    {
        Obstacle.NotMine => "key.owner",
        Obstacle.NothingHappens => "key.nothing",
        Obstacle.NotNeeded => "key.skip",
        Obstacle.Skip or null => null,
    };

    private TestFacts Retried(TestFacts test) => test with
    {
        RetriedReason = step.Reason,
        RetriedFailure = step.Wizard.Problem is { } problem ? TestSteps.FailureOf(step.Wizard, problem) : null,
        RetriesOfSameReason = test.RetriedReason == step.Reason ? test.RetriesOfSameReason + 1 : 1,
    };
}

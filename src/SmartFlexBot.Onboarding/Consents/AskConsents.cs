using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Consents;

/// <summary>May the device's data be read, and its charging be controlled?</summary>
internal sealed record AskConsents : Step
{
    public override string StatusKey => "status.next.AskConsents";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Ask(
        new AskConsentsQuestion(
            turn.Voice, turn.Conversation, new ConsentFacts(turn.Facts, turn.Market, turn.Clock), ConsentBoxes.Of(turn),
            turn.Facts.Journey.DeviceKind));
}

/// <summary>
/// Two permissions, each on its own: two boxes on one card, none ticked beforehand. Who types is asked one after the other, and
/// takes an explicit yes for each.
/// </summary>
internal sealed class AskConsentsQuestion(
    Voice voice, Conversation conversation, ConsentFacts consents, ConsentBoxes boxes, DeviceKind device) : IQuestion
{
    private static readonly (ConsentPurpose Purpose, ConsentTopic Topic)[] Named =
        [(ConsentPurpose.DataAndLocation, ConsentTopic.Data), (ConsentPurpose.Control, ConsentTopic.Control)];

    public string Id => "ask-consents";

    private ConsentPurpose Missing =>
        consents.Has(ConsentPurpose.DataAndLocation) ? ConsentPurpose.Control : ConsentPurpose.DataAndLocation;

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            // From here a typed yes is about this permission, and no other.
            conversation.Remember(memory => memory with { AskedPurpose = Missing });
            return voice.AskAsync(
                Missing == ConsentPurpose.Control ? "consent.typed.control" : "consent.typed.data", ("minutes", boxes.Minutes));
        }

        // Both are shown at once: no typed yes belongs to one of them.
        conversation.Remember(memory => memory with { AskedPurpose = null });
        var card = new JsonObject { ["submit"] = voice.Text("consent.submit") };
        boxes.AddTo(card, device);
        return voice.ShowAsync("consents", voice.Text("consent.title"), card);
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (reply.IsCard)
        {
            boxes.Take(reply, voice.Text("consent.submit"));
            if (!consents.HasAll)
            {
                await voice.SayAsync("consent.both-needed");
            }

            return true;
        }

        // A yes that names its permission needs no question of its own: "yes to the data".
        var named = Named.Where(each => !consents.Has(each.Purpose) && NamedPermission.IsGiven(reply.Text, each.Topic)).ToList();
        if (named.Count > 0)
        {
            named.ForEach(each => consents.Set(each.Purpose, granted: true, reply.Text));
            return consents.HasAll;
        }

        var answer = conversation.Memory.AskedPurpose is { } asked
            ? NamedPermission.Recognise(reply.Text, Named.Single(each => each.Purpose == asked).Topic)
            : ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Permission);
        if (answer.Label == ConsentLabel.No)
        {
            await voice.SayAsync("consent.both-needed");
            return true;
        }

        // The first yes may mean the card as a whole: it counts for the permission that is asked for by its own sentence only.
        if (answer.IsExplicitYes && conversation.Memory.AskedPurpose == Missing)
        {
            consents.Set(Missing, granted: true, reply.Text);
        }

        return consents.HasAll;
    }
}

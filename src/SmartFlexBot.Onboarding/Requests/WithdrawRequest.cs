using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Consents;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>
/// The permissions are withdrawn at once, whatever else is going on. A device that Kraken has is disconnected by the supplier, and a meter
/// is set back by them: the event is their task.
/// </summary>
/// <param name="isRegistered">Kraken has the device.</param>
internal sealed class WithdrawRequest(
    Voice voice, Conversation conversation, JourneyFacts facts, ConsentFacts consents, OnboardingChanges changes,
    OnboardingWatching watching, BusinessEvents events, Func<bool> isRegistered, TimeProvider clock) : IRequest
{
    public static WithdrawRequest Of(Turn turn) => new(
        turn.Voice, turn.Conversation, turn.Facts, new ConsentFacts(turn.Facts, turn.Market, turn.Clock),
        new OnboardingChanges(turn.Commands, turn.Facts), new OnboardingWatching(turn.Watches, turn.Facts, turn.Market), turn.Events,
        () => turn.Tenant.Device is { IsLive: true } || turn.Tenant.View.HasRegistered(turn.Facts.Journey), turn.Clock);

    public bool IsForAnybody => false;

    public bool IsAboutJourney => true;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        await WithdrawAsync(words);
        return RequestEffect.Done;
    }

    public async Task WithdrawAsync(string words)
    {
        var (hasDevice, hasReadings) = (isRegistered(), consents.Has(ConsentPurpose.HalfHourlyReadings));
        var purposes = consents.Withdraw(words);
        if (!hasDevice)
        {
            changes.Leave();
        }

        conversation.Remember(memory => memory with { Question = null });
        watching.End();
        facts.Update(journey => journey with { End = JourneyEnd.CancelledByCustomer });
        Record(purposes);
        await voice.SayAsync(hasDevice ? "consent.withdrawn.device" : "consent.withdrawn");
        if (hasReadings)
        {
            await voice.SayAsync("consent.withdrawn.readings");
        }
    }

    private void Record(IReadOnlyList<ConsentPurpose> purposes)
    {
        if (purposes.Count == 0)
        {
            return;
        }

        var at = clock.GetUtcNow().ToString("O");
        events.Record("journey.consents-withdrawn", at, new JsonObject
        {
            ["accountNumber"] = facts.Journey.AccountNumber,
            ["propertyId"] = facts.Journey.PropertyId,
            ["deviceId"] = facts.Journey.DeviceId,
            ["purposes"] = new JsonArray([.. purposes.Select(JsonNode? (purpose) => purpose.ToString())]),
            ["at"] = at,
        });
    }
}

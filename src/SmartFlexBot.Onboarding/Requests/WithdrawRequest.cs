using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Consents;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>
/// The permissions are withdrawn at once, whatever else is going on. Smart control of a device that is LIVE is turned off; a device that
/// Kraken has is disconnected by the supplier, and a meter is set back by them: the event is their task.
/// </summary>
internal sealed class WithdrawRequest(
    Voice voice, Conversation conversation, JourneyFacts facts, ConsentFacts consents, OnboardingChanges changes,
    ControlChanges control, OnboardingWatching watching, BusinessEvents events, Tenant tenant, TimeProvider clock) : IRequest
{
    public static WithdrawRequest Of(Turn turn) => new(
        turn.Voice, turn.Conversation, turn.Facts, new ConsentFacts(turn.Facts, turn.Market, turn.Clock),
        new OnboardingChanges(turn.Commands, turn.Facts), ControlChanges.Of(turn),
        new OnboardingWatching(turn.Watches, turn.Facts, turn.Market), turn.Events, turn.Tenant, turn.Clock);

    public bool IsForAnybody => false;

    public bool IsAboutJourney => true;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        await WithdrawAsync(words);
        return RequestEffect.Done;
    }

    public async Task WithdrawAsync(string words)
    {
        var (device, hasReadings) = (tenant.Device, consents.Has(ConsentPurpose.HalfHourlyReadings));
        var hasDevice = device is { IsLive: true } || tenant.View.HasRegistered(facts.Journey);
        var purposes = consents.Withdraw(words);
        if (!hasDevice)
        {
            changes.Leave();
        }
        // It may just be being turned on.
        else if (device is { IsLive: true } && (!device.IsSuspended || facts.Journey.Control is not null))
        {
            control.Want(device, ControlAction.Suspend);
        }

        conversation.Remember(memory => memory with { Question = null });
        watching.End();
        facts.Update(journey => journey with { End = JourneyEnd.CancelledByCustomer });
        Record(purposes);
        await voice.SayAsync((device, hasDevice) switch
        {
            ({ IsLive: true, IsSuspended: true }, _) when facts.Journey.Control is null => "consent.withdrawn.off",
            ({ IsLive: true }, _) => "consent.withdrawn.live",
            (_, true) => "consent.withdrawn.device",
            _ => "consent.withdrawn",
        });
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

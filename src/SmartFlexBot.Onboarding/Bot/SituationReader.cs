using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>Reads from the tenant what the next step depends on: never more than that.</summary>
internal static class SituationReader
{
    public static async Task<Situation> ReadAsync(JourneyTurn turn, CancellationToken cancellationToken)
    {
        var (accounts, wizard) = (turn.Services.Accounts, turn.Services.Wizard);
        var devices = await DevicesAsync(turn, cancellationToken);
        if (await FindBegunAsync(turn, devices, cancellationToken) is { } begun)
        {
            TakeUp(turn, begun, devices);
        }

        var journey = turn.Journey;
        if (journey.Wizard is not { } token)
        {
            var eligibility = turn.Memory.Eligibility
                ?? await accounts.ReadEligibilityAsync(journey.AccountNumber, journey.PropertyId, cancellationToken);
            // "No" may change any day, and is asked again each time.
            if (eligibility.IsEligible != false)
            {
                turn.Remember(memory => memory with { Eligibility = eligibility });
            }

            return new(eligibility, devices, Wizard: null, WizardGone: false);
        }

        return await wizard.ReadAsync(journey.Scope, token, cancellationToken) switch
        {
            WizardResult.Ok { View: var view } => Known(turn, new(Unasked, devices, view, WizardGone: false), view),
            WizardResult.Refused { Problem.Kind: WizardProblemKind.Gone } => new(Unasked, devices, Wizard: null, WizardGone: true),
            WizardResult.Refused { Problem: { Kind: WizardProblemKind.TryLater } } => throw new TenantUnavailableException("Kraken is busy."),
            WizardResult.Refused { Problem: var problem } => Refused(turn, problem, new(Unasked, devices, Wizard: null, WizardGone: false)),
            _ => throw new InvalidOperationException("A wizard result is Ok or Refused."),
        };
    }

    /// <summary>
    /// Before anything is asked: what was begun elsewhere, in the supplier's app or by a person. One that still waits for its first
    /// choices is left alone until the customer has said what they have.
    /// </summary>
    private static async Task<WizardView?> FindBegunAsync(JourneyTurn turn, IReadOnlyList<DeviceSnapshot> devices, CancellationToken cancellationToken)
    {
        var isNew = turn.Memory.Asking is null && turn.Journey is { Wizard: null, Pending: null, End: null };
        if (!isNew || devices.Any(device => device.IsLive))
        {
            return null;
        }

        var view = await turn.Services.Wizard.FindResumableAsync(turn.Journey.Scope, cancellationToken);
        return view is
        {
            IsCancelled: false, Current: not (null or WizardStep.SelectDeviceType or WizardStep.SelectMake or WizardStep.SelectVariant or WizardStep.SelectVehicleOrChargePoint),
        } ? view : null;
    }

    /// <summary>What Kraken knows of the device is not asked again.</summary>
    private static void TakeUp(JourneyTurn turn, WizardView begun, IReadOnlyList<DeviceSnapshot> devices)
    {
        turn.Update(journey => journey with { Wizard = begun.Token, DeviceId = begun.DeviceId, LiveToldAt = null });
        if (devices.FirstOrDefault(device => device is { IsRetired: false, Kind: DeviceKind.ElectricVehicle or DeviceKind.ChargePoint }) is not { } device)
        {
            return;
        }

        var answer = new DeviceAnswer(device.Make, device.Model);
        turn.Update(journey => (device.Kind == DeviceKind.ChargePoint
            ? journey with { ChargePoint = journey.ChargePoint ?? answer }
            : journey with { Vehicle = journey.Vehicle ?? answer }) with
        {
            Chosen = device.Kind,
        });
    }

    /// <summary>Once an onboarding runs, who may begin one is no question any more.</summary>
    private static Eligibility Unasked { get; } = new(null, []);

    private static async Task<IReadOnlyList<DeviceSnapshot>> DevicesAsync(JourneyTurn turn, CancellationToken cancellationToken)
    {
        var devices = await turn.Services.Accounts.ReadDevicesAsync(turn.Journey.AccountNumber, cancellationToken);
        return [.. devices.Where(device => device.PropertyId is null || device.PropertyId == turn.Journey.PropertyId)];
    }

    /// <summary>Reading may renew the token and tell of the device: both are facts.</summary>
    private static Situation Known(JourneyTurn turn, Situation situation, WizardView view)
    {
        turn.Update(journey => journey with
        {
            Wizard = view.Token,
            DeviceId = view.DeviceId ?? journey.DeviceId,
            // A refusal without a step was one to read, or to begin: both are over.
            Refused = journey.Refused is { StepId: null } ? null : journey.Refused,
        });
        return situation;
    }

    private static Situation Refused(JourneyTurn turn, WizardProblem problem, Situation situation)
    {
        turn.Update(journey => journey with { Refused = new Refusal(problem.Kind, problem.Code, problem.Reasons, StepId: null) });
        return situation;
    }
}

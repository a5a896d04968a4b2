using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>Reads from the tenant what the next step depends on: never more than that.</summary>
internal static class SituationReader
{
    public static async Task<Situation> ReadAsync(JourneyTurn turn, CancellationToken cancellationToken)
    {
        var (accounts, wizard) = (turn.Services.Accounts, turn.Services.Wizard);
        var journey = turn.Journey;
        if (journey.Wizard is not { } token)
        {
            var eligibility = turn.Memory.Eligibility
                ?? await accounts.ReadEligibilityAsync(journey.AccountNumber, journey.PropertyId, cancellationToken);
            // "No" may change any day, and is asked again each time.
            if (eligibility.IsEligible != false) turn.Remember(memory => memory with { Eligibility = eligibility });
            var known = await DevicesAsync(turn, cancellationToken);
            return await ResumeAsync(turn, known, cancellationToken)
                ? await ReadAsync(turn, cancellationToken)
                : new(eligibility, known, Wizard: null, WizardGone: false);
        }

        var devices = await DevicesAsync(turn, cancellationToken);
        return await wizard.ReadAsync(journey.Scope, token, cancellationToken) switch
        {
            WizardResult.Ok { View: var view } => Known(turn, new(Unasked, devices, view, WizardGone: false), view),
            WizardResult.Refused { Problem.Kind: WizardProblemKind.Gone } => new(Unasked, devices, Wizard: null, WizardGone: true),
            WizardResult.Refused { Problem: { Kind: WizardProblemKind.TryLater } } => throw new TenantUnavailableException("Kraken is busy."),
            WizardResult.Refused { Problem: var problem } => Refused(turn, problem, new(Unasked, devices, Wizard: null, WizardGone: false)),
            _ => throw new InvalidOperationException("A wizard result is Ok or Refused."),
        };
    }

    /// <summary>Who is half-way, from another chat or the supplier's app, goes on there and is not asked what Kraken knows.</summary>
    private static async Task<bool> ResumeAsync(JourneyTurn turn, IReadOnlyList<DeviceSnapshot> devices, CancellationToken cancellationToken)
    {
        var begun = devices.FirstOrDefault(device => device is
        { IsLive: false, IsRetired: false, Kind: DeviceKind.ElectricVehicle or DeviceKind.ChargePoint });
        if (begun is null || turn.Journey is not { End: null, Pending: null }) return false;
        if (await turn.Services.Wizard.FindResumableAsync(turn.Journey.Scope, cancellationToken) is not { } view) return false;

        var answer = new DeviceAnswer(begun.Make, begun.Model);
        turn.Update(journey => (begun.Kind == DeviceKind.ChargePoint
            ? journey with { ChargePoint = journey.ChargePoint ?? answer }
            : journey with { Vehicle = journey.Vehicle ?? answer }) with
        {
            Chosen = begun.Kind,
            Wizard = view.Token,
            DeviceId = view.DeviceId,
            LiveToldAt = null,
        });
        return true;
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

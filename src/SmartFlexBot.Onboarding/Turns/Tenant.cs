using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>Reads from the tenant what the next step depends on: never more than that, and once in a turn.</summary>
internal sealed class Tenant(IAccountDirectory accounts, IOnboardingWizard wizard, JourneyFacts facts, Conversation conversation)
{
    private bool _isRead;

    public TenantView View { get; private set; } = TenantView.Unread;

    /// <summary>The device that the journey is about, as Kraken shows it; null when there is none.</summary>
    public DeviceSnapshot? Device => View.DeviceOf(facts.Journey);

    public Task ReadOnceAsync(CancellationToken cancellationToken) =>
        _isRead || !facts.IsKnown ? Task.CompletedTask : ReadAsync(cancellationToken);

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        View = await LookAsync(cancellationToken);
        _isRead = true;
    }

    public Task<IReadOnlyList<AccountProperty>> ReadHomesAsync(string accountNumber, CancellationToken cancellationToken) =>
        accounts.ReadPropertiesAsync(accountNumber, cancellationToken);

    /// <summary>An onboarding that can be gone on with, whoever began it.</summary>
    public Task<WizardView?> FindResumableAsync(CancellationToken cancellationToken) =>
        wizard.FindResumableAsync(facts.Journey.Scope, cancellationToken);

    /// <summary>The onboarding that was read is none of this journey's any more.</summary>
    public void DropOnboarding() => View = View with { Wizard = null };

    private async Task<TenantView> LookAsync(CancellationToken cancellationToken)
    {
        var devices = await DevicesAsync(cancellationToken);
        if (MayBeBegunElsewhere(devices) && BegunElsewhere.MayBeTakenUp(await FindResumableAsync(cancellationToken)) is { } begun)
        {
            facts.Update(journey => BegunElsewhere.TakeUp(journey, begun, devices));
        }

        return facts.Journey.Wizard is { } token
            ? await LookAtAsync(token, devices, cancellationToken)
            : new(await EligibilityAsync(cancellationToken), devices, Wizard: null, WizardGone: false);
    }

    private bool MayBeBegunElsewhere(IReadOnlyList<DeviceSnapshot> devices) =>
        conversation.Memory.Asking is null && facts.Journey is { Wizard: null, Pending: null, End: null }
            && !devices.Any(device => device.IsLive);

    private async Task<TenantView> LookAtAsync(
        WizardToken token, IReadOnlyList<DeviceSnapshot> devices, CancellationToken cancellationToken)
    {
        // Once an onboarding runs, who may begin one is no question any more.
        var view = TenantView.Unread with { Devices = devices };
        switch (await wizard.ReadAsync(facts.Journey.Scope, token, cancellationToken))
        {
            case WizardResult.Ok { View: var shown }:
                facts.Update(journey => Known(journey, shown));
                return view with { Wizard = shown };
            case WizardResult.Refused { Problem.Kind: WizardProblemKind.Gone }:
                return view with { WizardGone = true };
            case WizardResult.Refused { Problem.Kind: WizardProblemKind.TryLater }:
                throw new TenantUnavailableException("Kraken is busy.");
            case WizardResult.Refused { Problem: var problem }:
                var refusal = new Refusal(problem.Kind, problem.Code, problem.Reasons, StepId: null, problem.RequestId);
                facts.Update(journey => journey with { Refused = refusal });
                return view;
            default:
                throw new InvalidOperationException("A wizard result is Ok or Refused.");
        }
    }

    /// <summary>Reading may renew the token and tell of the device: both are facts.</summary>
    private static Journey Known(Journey journey, WizardView shown) => journey with
    {
        Wizard = shown.Token,
        DeviceId = shown.DeviceId ?? journey.DeviceId,
        // A refusal without a step was one to read, or to begin: both are over.
        Refused = journey.Refused is { StepId: null } ? null : journey.Refused,
    };

    /// <summary>Hardly changes, and is read once in a while; but "no" may change any day, and is asked again each time.</summary>
    private async Task<Eligibility> EligibilityAsync(CancellationToken cancellationToken)
    {
        var journey = facts.Journey;
        var eligibility = conversation.Memory.Eligibility
            ?? await accounts.ReadEligibilityAsync(journey.AccountNumber, journey.PropertyId, cancellationToken);
        if (eligibility.IsEligible != false)
        {
            conversation.Remember(memory => memory with { Eligibility = eligibility });
        }

        return eligibility;
    }

    private async Task<IReadOnlyList<DeviceSnapshot>> DevicesAsync(CancellationToken cancellationToken)
    {
        var devices = await accounts.ReadDevicesAsync(facts.Journey.AccountNumber, cancellationToken);
        return [.. devices.Where(device => device.PropertyId is null || device.PropertyId == facts.Journey.PropertyId)];
    }
}

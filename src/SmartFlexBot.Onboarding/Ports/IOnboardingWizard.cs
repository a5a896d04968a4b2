namespace SmartFlexBot.Onboarding.Ports;

/// <summary>
/// Takes one device of one account from nothing to LIVE, step by step. Two implementations speak the two generations of Kraken's
/// API; both yield the same steps. <see cref="ReadAsync"/> and <see cref="FindResumableAsync"/> only read; the others change the
/// world and are called by commands alone, never by a turn.
/// </summary>
public interface IOnboardingWizard
{
    Task<WizardResult> StartAsync(WizardScope scope, CancellationToken cancellationToken);

    /// <exception cref="TenantUnavailableException">Kraken could not be read.</exception>
    Task<WizardResult> ReadAsync(WizardScope scope, WizardToken token, CancellationToken cancellationToken);

    /// <summary>
    /// Completes the step that was just read. A refusal says in <see cref="WizardProblem.Kind"/> what to do. Throws only when it is
    /// not known whether Kraken took the answer.
    /// </summary>
    Task<WizardResult> CompleteAsync(
        WizardScope scope, WizardToken token, string stepId, StepAnswer answer, CancellationToken cancellationToken);

    Task<WizardResult> CancelAsync(WizardScope scope, WizardToken token, CancellationToken cancellationToken);

    /// <summary>The onboarding that this account began earlier and can go on with, or null.</summary>
    /// <exception cref="TenantUnavailableException">Kraken could not be read.</exception>
    Task<WizardView?> FindResumableAsync(WizardScope scope, CancellationToken cancellationToken);
}

/// <summary>Whom an onboarding is for.</summary>
public sealed record WizardScope(string AccountNumber, int PropertyId);

/// <summary>
/// What an implementation needs to find its onboarding again; opaque to everybody else. May be encrypted; may change with each step.
/// </summary>
public readonly record struct WizardToken(string Value);

/// <summary>An onboarding as it stands.</summary>
/// <param name="Current">The step to do; null when complete or cancelled.</param>
/// <param name="IsComplete">Complete means that the steps are done. Whether the device is LIVE is read from the device.</param>
/// <param name="IsCancelled">A cancelled wizard has no current step either: it is not success (KT-CT-4391).</param>
/// <param name="DeviceId">The registered device, once known.</param>
public sealed record WizardView(WizardToken Token, WizardStep? Current, bool IsComplete, bool IsCancelled, string? DeviceId = null);

/// <summary>What came of a call.</summary>
public abstract record WizardResult
{
    private WizardResult() { }

    public sealed record Ok(WizardView View) : WizardResult;

    public sealed record Refused(WizardProblem Problem) : WizardResult;
}

/// <param name="Code">Kraken's error code, such as "KT-CT-4372"; null when the failure had none.</param>
/// <param name="Reasons">Refusal reasons without their "TC_" prefix, such as "DEVICE_AWAY_FROM_HOME".</param>
public sealed record WizardProblem(WizardProblemKind Kind, string? Code, IReadOnlyList<string> Reasons)
{
    /// <summary>By which Kraken's own people find the request; null when it names none.</summary>
    public string? RequestId { get; init; }
}

/// <summary>What a refusal asks of us (kraken-api: wizard errors, rules for the client).</summary>
public enum WizardProblemKind
{
    /// <summary>The step moved on meanwhile (4372, 4377, 4378): read again and go on from there.</summary>
    StepMovedOn,

    /// <summary>Try the same later (4376, 7899, 1199).</summary>
    TryLater,

    /// <summary>There is no such onboarding any more (4371, 4391): offer to start again.</summary>
    Gone,

    /// <summary>The answer does not fit (4375, 4321, 4328): ask the customer again.</summary>
    BadAnswer,

    /// <summary>The car is not ready for its test (4379, 4355, 4362): see the reasons.</summary>
    NotReady,

    /// <summary>No usable device on the maker's account (4363).</summary>
    NoCapableDevice,

    /// <summary>Another registration is in progress for this account (4324).</summary>
    RegistrationInProgress,

    /// <summary>The maker's sign-in could not be used (4312, 4314, 4322): sign in again.</summary>
    SignInFailed,

    /// <summary>Kraken does not let us do this for the account (1111 after a renewed token, 4323).</summary>
    NotAllowed,

    /// <summary>This tenant does not have the call (1113, unknown field): a person has to help.</summary>
    NotOffered,

    /// <summary>A failure we do not know: a person has to help.</summary>
    Unknown,
}

/// <summary>Kraken could not be read in time, or not at all. Nothing was changed.</summary>
public sealed class TenantUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

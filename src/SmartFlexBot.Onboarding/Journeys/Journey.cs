using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Journeys;

/// <summary>
/// What is known of one account's way to a LIVE device at one property. Facts, not position: the step that comes next is computed
/// from them (<c>NextStep</c>), so a new version of the bot only needs to be able to read this.
/// </summary>
/// <remarks>
/// The generated JSON reader sets what is absent to null, also where an initializer says otherwise: what must not be null says so
/// in its getter, or journeys from before it existed could not be read.
/// </remarks>
public sealed record Journey
{
    public const string RecordKind = "journey";

    public required string AccountNumber { get; init; }

    public required int PropertyId { get; init; }

    /// <summary>
    /// What the customer wants to connect; a car and a charge point are one story, told by <see cref="DeviceKind.ElectricVehicle"/>.
    /// </summary>
    public DeviceKind? Kind { get; init; }

    public DeviceAnswer? Vehicle { get; init; }

    public DeviceAnswer? ChargePoint { get; init; }

    /// <summary>The customer has confirmed <see cref="Vehicle"/> and <see cref="ChargePoint"/>.</summary>
    public bool DevicesConfirmed { get; init; }

    /// <summary>Which of the two is to be connected.</summary>
    public DeviceKind? Chosen { get; init; }

    /// <summary>All consents ever given or withdrawn, oldest first. The newest of a purpose counts.</summary>
    public IReadOnlyList<Consent> Consents { get => field ?? []; init; } = [];

    /// <summary>The onboarding at Kraken; null before it is begun.</summary>
    public WizardToken? Wizard { get; init; }

    /// <summary>The command whose outcome is awaited.</summary>
    public PendingCommand? Pending { get; init; }

    /// <summary>
    /// The customer goes on without the onboarding that is there or just being started: it is cancelled first. Null otherwise.
    /// </summary>
    public Leaving? Leaving { get; init; }

    /// <summary>How many commands this journey has sent; part of each command's key.</summary>
    public int CommandCount { get; init; }

    /// <summary>What Kraken refused last, until something else is tried.</summary>
    public Refusal? Refused { get; init; }

    /// <summary>The hand-over that was begun last, in whichever conversation; null before the first.</summary>
    public string? HandOverId { get; init; }

    /// <summary>The device at Kraken, once registered.</summary>
    public string? DeviceId { get; init; }

    /// <summary>Where the maker's page has sent the browser, until it is given to Kraken. A secret, as the whole record is.</summary>
    public string? SignInAddress { get; init; }

    /// <summary>The virtual key step whose link was opened.</summary>
    public string? KeyLinkOpenedFor { get; init; }

    /// <summary>Where the virtual key is added: the step is over when the customer says "done", whether or not the key is there.</summary>
    public Uri? VirtualKeyUri { get; init; }

    public TestFacts Test { get => field ?? new(); init; } = new();

    public TariffFacts Tariff { get => field ?? new(); init; } = new();

    /// <summary>What the customer wants of smart control, until Kraken has taken or refused it; null when nothing is open.</summary>
    public ControlWish? Control { get; init; }

    /// <summary>When the device was told to be LIVE; null before.</summary>
    public DateTimeOffset? LiveToldAt { get; init; }

    /// <summary>Why the journey ended without a LIVE device; null while it goes on.</summary>
    public JourneyEnd? End { get; init; }

    /// <summary>The conversation in which the customer was last heard: where they are told.</summary>
    public string? TellIn { get; init; }

    public string? Locale { get; init; }

    /// <summary>What people have promised and not settled yet.</summary>
    public IReadOnlyList<Promise> Promises { get => field ?? []; init; } = [];

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset HeardAt { get; init; }

    /// <summary>How many nudges were sent since the customer was last heard.</summary>
    public int Nudges { get; init; }

    public string Key => KeyOf(AccountNumber, PropertyId);

    public WizardScope Scope => new(AccountNumber, PropertyId);

    public static string KeyOf(string accountNumber, int propertyId) => $"{accountNumber}/{propertyId}";

    public bool HasConsent(ConsentPurpose purpose) => Consents.LastOrDefault(consent => consent.Purpose == purpose) is { Granted: true };

    /// <summary>It was given here, and taken back.</summary>
    public bool HasWithdrawn(ConsentPurpose purpose) => !HasConsent(purpose) && Consents.Any(consent => consent.Purpose == purpose);

    public bool HasAllConsents => HasConsent(ConsentPurpose.DataAndLocation) && HasConsent(ConsentPurpose.Control);

    /// <summary>The journey without its onboarding, which is cancelled or gone.</summary>
    public Journey DropOnboarding() => this with { Wizard = null, DeviceId = null, Refused = null, Leaving = null, Test = new() };

    /// <summary>Car or charge point: what is to be connected; while that is open, a charge point only where no car is known.</summary>
    public DeviceKind DeviceKind => Chosen
        ?? (ChargePoint is { IsDevice: true } && Vehicle is not { IsDevice: true } ? DeviceKind.ChargePoint : DeviceKind.ElectricVehicle);

    /// <summary>The answer for the device that is to be connected.</summary>
    public DeviceAnswer? ChosenDevice => DeviceKind is DeviceKind.ChargePoint ? ChargePoint : Vehicle;
}

/// <summary>Why a journey ended.</summary>
public enum JourneyEnd
{
    CancelledByCustomer,
    Silence,
}

/// <param name="Key">The command's key; its result names it.</param>
/// <param name="What">What it does, for status texts.</param>
/// <param name="StepId">The wizard step that it completes; null for others.</param>
public sealed record PendingCommand(string Key, PendingAction What, string? StepId = null);

public enum PendingAction
{
    Start,
    Complete,
    SignIn,
    StartTest,
    Cancel,
    ReadTariff,
    BeginSwitch,
    AcceptTerms,
    ChangeControl,
}

/// <summary>Something that a person will do.</summary>
/// <param name="Kind">Names the kind of task.</param>
/// <param name="What">In the customer's language; empty where the kind says all.</param>
public sealed record Promise(string TaskId, string Kind, string What, DateTimeOffset DueAt);

/// <param name="Device">How the customer knows it.</param>
/// <param name="IsPutOff">Kraken is busy: it is tried again by itself.</param>
public sealed record ControlWish(string DeviceId, string Device, ControlAction Action, bool IsPutOff = false);

/// <param name="Refused">Why Kraken has not cancelled it; null while that is not known to be refused.</param>
/// <param name="Code">Kraken's code for it.</param>
public sealed record Leaving(WizardProblemKind? Refused = null, string? Code = null);

/// <param name="StepId">The wizard step that was refused; null for the start.</param>
/// <param name="RequestId">By which Kraken's own people find the request; null when it names none.</param>
public sealed record Refusal(
    WizardProblemKind Kind, string? Code, IReadOnlyList<string> Reasons, string? StepId, string? RequestId = null);

/// <summary>The test charge so far.</summary>
public sealed record TestFacts
{
    /// <summary>The step for which the customer said: start. A new instance of the step is asked again.</summary>
    public string? AgreedForStep { get; init; }

    /// <summary>The customer said: start, when the step before was still to be completed.</summary>
    public bool AgreedInAdvance { get; init; }

    /// <summary>When a running test was first seen; null while none runs.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The reason of the last failure that the customer answered with "try again".</summary>
    public string? RetriedReason { get; init; }

    /// <summary>That failure itself (<c>TestSteps.FailureOf</c>): while Kraken still shows it, it is old news.</summary>
    public string? RetriedFailure { get; init; }

    /// <summary>How often in a row "try again" was answered to the same reason.</summary>
    public int RetriesOfSameReason { get; init; }
}

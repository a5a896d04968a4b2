using System.Text.Json.Serialization;

namespace SmartFlexBot.KrakenSimulator.Accounts;

/// <summary>A GB switch to a product: its stages, and those that have happened.</summary>
internal sealed record Enrolment
{
    /// <summary>A UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Of the onboarding process, which is the same switch seen from the meter point.</summary>
    public required string ProcessId { get; init; }

    public required int PropertyId { get; init; }

    public required string ProductCode { get; init; }

    /// <summary>SmartOnboardingEventType values in the order in which they will happen.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>The first of <see cref="Stages"/>, as many as have happened; then <see cref="EnrolmentEvents.Endings"/>, if any.</summary>
    public required IReadOnlyList<EnrolmentEvent> Events { get; init; }

    /// <summary>Simulated moment of the wanted day; null: as soon as possible.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>What leads from a simulated moment to the calendar.</summary>
    public required TimeSpan ToCalendar { get; init; }

    /// <summary>How it is going to end when it does not end well.</summary>
    public string? PlannedEnding { get; init; }

    public string? TermsVersion { get; init; }

    [JsonIgnore]
    public EnrolmentEvent Last => Events[^1];

    [JsonIgnore]
    public bool IsStopped => EnrolmentEvents.Endings.Contains(Last.Name);

    [JsonIgnore]
    public bool IsOpen => !IsStopped && Last.Name != EnrolmentEvents.Completed;

    /// <summary>What it waits for; null when it is over.</summary>
    [JsonIgnore]
    public string? Next => IsOpen ? Stages[Events.Count] : null;

    public DateTimeOffset? AtOf(string name) => Events.FirstOrDefault(happened => happened.Name == name)?.At;

    public Enrolment With(string name, DateTimeOffset at) => this with { Events = [.. Events, new(name, at)] };
}

/// <param name="At">Simulated.</param>
internal sealed record EnrolmentEvent(string Name, DateTimeOffset At);

/// <summary>The values of SmartOnboardingEventType that an enrolment goes through here.</summary>
internal static class EnrolmentEvents
{
    public const string Started = "STARTED";
    public const string TermsAccepted = "TERMS_ACCEPTED";
    public const string MeterInstalled = "METER_INSTALLED";
    public const string MeterReadingsAvailable = "METER_READINGS_AVAILABLE";
    public const string TestDispatchComplete = "INTELLIGENT_OCTOPUS_TEST_DISPATCH_COMPLETE";
    public const string AgreementsUpdated = "AGREEMENTS_UPDATED";
    public const string TariffChangedOnMeter = "TARIFF_CHANGED_ON_METER";
    public const string Completed = "COMPLETED";
    public const string Cancelled = "CANCELLED";
    public const string UnableToProceed = "UNABLE_TO_PROCEED";

    public static readonly IReadOnlyList<string> Endings = [UnableToProceed, Cancelled];

    public static IReadOnlyList<string> Stages(bool lacksSmartMeter, bool waitsForTestCharge) =>
    [
        Started,
        TermsAccepted,
        .. lacksSmartMeter
            ? ["METER_EXCHANGE_EMAIL_SENT", "METER_EXCHANGE_BOOKED", MeterInstalled, MeterReadingsAvailable]
            : Array.Empty<string>(),
        .. waitsForTestCharge ? [TestDispatchComplete] : Array.Empty<string>(),
        AgreementsUpdated,
        TariffChangedOnMeter,
        Completed,
    ];
}

using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Journeys;

/// <summary>One answer to one request for consent, kept for good.</summary>
/// <param name="WordingVersion">Names the text that was shown.</param>
/// <param name="Words">What the customer typed, or the caption of the button.</param>
/// <param name="Granted">False: refused or withdrawn.</param>
public sealed record Consent(ConsentPurpose Purpose, bool Granted, string WordingVersion, string Words, DateTimeOffset At);

/// <summary>Each is asked on its own and can be withdrawn on its own (EDPB 1/2020, par. 46 to 49).</summary>
public enum ConsentPurpose
{
    /// <summary>Reading the device's data, location included.</summary>
    DataAndLocation,

    /// <summary>Starting and stopping charging, the test charge included.</summary>
    Control,

    /// <summary>The contract of a tariff: its wording is the version of its terms.</summary>
    Tariff,

    /// <summary>Meter readings for every half hour, where the tariff needs them.</summary>
    HalfHourlyReadings,
}

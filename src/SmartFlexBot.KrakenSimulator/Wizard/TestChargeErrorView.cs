using SmartFlexBot.KrakenSimulator.Endpoint;


namespace SmartFlexBot.KrakenSimulator.Wizard;

/// <summary>Why a test charge was refused or failed, in the words of the public schema.</summary>
internal sealed record TestChargeErrorView(
    string Message, string ErrorType, IReadOnlyList<string> Reasons, IReadOnlyList<string> Descriptions) : ITypedView
{
    private static readonly Dictionary<string, string> RefusalTexts = new()
    {
        ["DEVICE_LIVE"] = "device is already live",
        ["DEVICE_ONBOARDING_IN_PROGRESS"] = "test dispatch already in progress",
        ["DEVICE_RETIRED"] = "device is retired",
        ["DEVICE_SUSPENDED"] = "device is suspended",
        ["DEVICE_DISCONNECTED"] = "device is disconnected",
        ["DEVICE_ALREADY_CHARGING"] = "device is already charging",
        ["DEVICE_AWAY_FROM_HOME"] = "device is away from home",
    };

    private static readonly Dictionary<string, string> FailureTexts = new()
    {
        ["ASSESSMENTS_FAILED"] = "Both power-based and charge status-based assessments failed",
        ["NOT_AT_HOME"] = "Device location not at home",
        ["UNKNOWN"] = "Unknown failure",
        ["UNABLE_TO_COMMUNICATE"] = "Unable to communicate with device",
        ["DEVICE_DISCONNECTED"] = "Device disconnected",
        ["SOC_LIMIT_REACHED"] = "State of charge limit reached",
        ["ERROR"] = "Could not fetch the test charge failure reason",
    };

    public string TypeName => "TestChargeError";

    /// <summary>The reasons a test can be made to fail with.</summary>
    public static IReadOnlyCollection<string> Failures => FailureTexts.Keys;

    public static TestChargeErrorView Refused(IReadOnlyList<string> reasons) =>
        new("TestChargeRefused", "UNABLE_TO_INITIATE_TEST_CHARGE", reasons, [.. reasons.Select(reason => RefusalTexts[reason])]);

    public static TestChargeErrorView Failed(string reason) =>
        new("Test dispatch failed", "UNABLE_TO_COMPLETE_TEST_CHARGE", [reason], [FailureTexts[reason]]);
}

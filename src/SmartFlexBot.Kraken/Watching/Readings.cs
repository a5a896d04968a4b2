using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Watching;

/// <summary>From a step and a device to a reading.</summary>
internal static class Readings
{
    public static OnboardingSighting Of(
        WizardStep? step, bool isComplete, bool isCancelled, string? deviceId, IReadOnlyList<DeviceSnapshot> devices)
    {
        var device = devices.FirstOrDefault(candidate => candidate.Id == deviceId);
        var test = step as WizardStep.TestCharge;
        return new(
            step?.GetType().Name,
            step?.Id,
            isComplete,
            isCancelled,
            test?.IsReady,
            test?.IsStarted ?? false,
            test?.Problem,
            step switch
            {
                WizardStep.AuthFlow signIn => signIn.Error,
                WizardStep.UserInputRequired input => input.Error,
                WizardStep.TerminalError terminal => string.Join(' ', terminal.Codes),
                WizardStep.Wait wait => wait.Reason.ToString(),
                _ => null,
            },
            deviceId,
            device?.Lifecycle,
            device?.State);
    }
}

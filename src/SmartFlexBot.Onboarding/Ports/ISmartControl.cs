namespace SmartFlexBot.Onboarding.Ports;

/// <summary>
/// Turns smart control of a device that is LIVE off, and on again (<c>updateDeviceSmartControl</c>). The device stays connected. Called by
/// commands alone; whether it is off is read with the devices.
/// </summary>
public interface ISmartControl
{
    /// <summary>Throws only when it is not known whether Kraken took it.</summary>
    /// <returns>Null when it was taken.</returns>
    Task<WizardProblem?> ChangeAsync(string deviceId, ControlAction action, CancellationToken cancellationToken);
}

/// <summary>Kraken's SmartControlAction.</summary>
public enum ControlAction
{
    Suspend,
    Unsuspend,
}

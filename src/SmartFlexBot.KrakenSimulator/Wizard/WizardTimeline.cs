using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Devices;

namespace SmartFlexBot.KrakenSimulator.Wizard;

/// <summary>Registrations that finished, and test charges that began by themselves or ended.</summary>
internal sealed class WizardTimeline(WizardMoves moves, IOptions<SimulatorOptions> options) : ITimeline
{
    public Account Settle(Account account, DateTimeOffset now)
    {
        foreach (var id in account.Wizards.Where(wizard => wizard.IsResumable).Select(wizard => wizard.Id).ToList())
        {
            while (Step(account, account.Wizards.Single(wizard => wizard.Id == id), now) is { } next)
            {
                account = next;
            }
        }

        return account;
    }

    private Account? Step(Account account, OnboardingWizard wizard, DateTimeOffset now)
    {
        if (wizard.Current is not { } step)
        {
            return null;
        }

        var device = account.Devices.FirstOrDefault(device => device.Id == wizard.DeviceId);
        return step.Type switch
        {
            StepTypes.WaitForTransition when step.EnteredAt + options.Value.TransitionDuration is var end && end <= now =>
                moves.Complete(account, wizard, null, end),
            StepTypes.DeviceRegistration when device is not null && device.RegisteredAt <= now =>
                moves.Complete(account, wizard, null, device.RegisteredAt),
            StepTypes.TestCharge when device?.Test is { } test && test.HasPassedAt(now) =>
                moves.Complete(account, wizard, null, test.EndsAt),
            StepTypes.TestCharge when device is not null && AutomaticStart(account.Car, device, step, now) is { } start =>
                TestChargeRules.Start(account, device, start, options.Value.TestChargeDuration),
            _ => null,
        };
    }

    /// <summary>When the test began by itself; null when it did not. A failed one is tried again after the car changed.</summary>
    private DateTimeOffset? AutomaticStart(Car car, Device device, WizardStep step, DateTimeOffset now)
    {
        var isWanted = options.Value.TestChargeStart == TestChargeStart.Automatic
            && device is { IsRetired: false, IsSuspended: false }
            && (device.Test is null || (device.Test.HasFailedAt(now) && car.ChangedAt > device.Test.EndsAt));
        if (!isWanted || !car.IsReady)
        {
            return null;
        }

        var start = step.EnteredAt > car.ChangedAt ? step.EnteredAt : car.ChangedAt;
        return start <= now ? start : null;
    }
}

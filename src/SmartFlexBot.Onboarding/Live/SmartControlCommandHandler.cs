using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Live;

/// <summary>
/// Turns smart control off or on, once. A refusal may be the echo of our own request, sent twice on its way: what the device shows counts
/// more, and it alone tells of a change without an answer.
/// </summary>
public sealed class SmartControlCommandHandler(ISmartControl control, IAccountDirectory accounts) : ICommandHandler
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>So often a busy Kraken is asked again before that becomes the answer.</summary>
    private const int BusyTries = 4;

    public string Kind => SmartControlCommand.CommandKind;

    public async Task<CommandOutcome> ExecuteAsync(Command command, CancellationToken cancellationToken)
    {
        var change = SmartControlCommand.Read(command.Payload);
        return await control.ChangeAsync(change.DeviceId, change.Action, cancellationToken) switch
        {
            null => Outcome(change),
            { Kind: WizardProblemKind.TryLater } when command.Attempt < BusyTries =>
                new CommandOutcome.TryAgain(Pause * command.Attempt, "Kraken is busy"),
            { Kind: WizardProblemKind.TryLater } => Outcome(change, WizardProblemKind.TryLater),
            { Kind: var kind } => await IsAsWantedAsync(change, cancellationToken) ? Outcome(change) : Outcome(change, kind),
        };
    }

    public async Task<Reconciliation> ReconcileAsync(Command command, CancellationToken cancellationToken)
    {
        var change = SmartControlCommand.Read(command.Payload);
        try
        {
            return await IsAsWantedAsync(change, cancellationToken)
                ? new Reconciliation.Done(Outcome(change))
                : new Reconciliation.NotDone();
        }
        catch (TenantUnavailableException unavailable)
        {
            return new Reconciliation.LookAgain(Pause, unavailable.Message);
        }
    }

    private async Task<bool> IsAsWantedAsync(SmartControlCommand change, CancellationToken cancellationToken)
    {
        var devices = await accounts.ReadDevicesAsync(change.AccountNumber, cancellationToken);
        return devices.Any(device => device.Id == change.DeviceId && device.IsSuspended == (change.Action == ControlAction.Suspend));
    }

    private static CommandOutcome.Completed Outcome(SmartControlCommand change, WizardProblemKind? refused = null) =>
        new(new SmartControlResult(change.Action, refused).Write());
}

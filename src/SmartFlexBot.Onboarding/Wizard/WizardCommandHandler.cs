using System.Text.Json;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Waiting;

namespace SmartFlexBot.Onboarding.Wizard;

/// <summary>Changes an onboarding at Kraken, once, and finds out by reading whether a change without an answer was taken.</summary>
public sealed class WizardCommandHandler(IOnboardingWizard wizard) : ICommandHandler
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>So often a busy Kraken is asked again before the refusal becomes the answer.</summary>
    private const int BusyTries = 4;

    /// <summary>
    /// What Kraken answers to the second delivery of a change that it took the first time, for requests may be repeated on their way: the
    /// code is used up, a registration or a test runs. Reading tells whose it is.
    /// </summary>
    private static readonly WizardProblemKind[] MayBeOurOwn =
        [WizardProblemKind.RegistrationInProgress, WizardProblemKind.SignInFailed, WizardProblemKind.BadAnswer, WizardProblemKind.NotReady];

    public string Kind => WizardCommand.CommandKind;

    public async Task<CommandOutcome> ExecuteAsync(Command command, CancellationToken cancellationToken)
    {
        var change = Read(command);
        var result = await ChangeAsync(change, cancellationToken);
        if (result is WizardResult.Refused { Problem.Kind: var kind } && change.Action == WizardChange.Complete
            && MayBeOurOwn.Contains(kind)
            && await CompletedAsync(change, cancellationToken) is Reconciliation.Done { Outcome: var taken })
        {
            return taken;
        }

        return result is WizardResult.Refused { Problem.Kind: WizardProblemKind.TryLater } && command.Attempt < BusyTries
            ? new CommandOutcome.TryAgain(Pause * command.Attempt, "Kraken is busy")
            : Outcome(WizardCommandResult.From(result));
    }

    public async Task<Reconciliation> ReconcileAsync(Command command, CancellationToken cancellationToken)
    {
        var change = Read(command);
        try
        {
            return change.Action switch
            {
                WizardChange.Start => Started(await wizard.FindResumableAsync(change.Scope, cancellationToken)),
                WizardChange.Cancel => Cancelled(await wizard.ReadAsync(change.Scope, change.Token!.Value, cancellationToken)),
                _ => await CompletedAsync(change, cancellationToken),
            };
        }
        catch (TenantUnavailableException unavailable)
        {
            return new Reconciliation.LookAgain(Pause, unavailable.Message);
        }
    }

    private Task<WizardResult> ChangeAsync(WizardCommand change, CancellationToken cancellationToken) => change.Action switch
    {
        WizardChange.Start => wizard.StartAsync(change.Scope, cancellationToken),
        WizardChange.Cancel => wizard.CancelAsync(change.Scope, change.Token!.Value, cancellationToken),
        _ => wizard.CompleteAsync(change.Scope, change.Token!.Value, change.StepId!, change.Answer!.ToAnswer(), cancellationToken),
    };

    /// <summary>At most one onboarding of an account and property can be gone on with: if there is one, it is what we started.</summary>
    private static Reconciliation Started(WizardView? resumable) => resumable is { } view
        ? new Reconciliation.Done(Outcome(new(view.Token, view.DeviceId)))
        : new Reconciliation.NotDone();

    private static Reconciliation Cancelled(WizardResult read) => read switch
    {
        WizardResult.Ok { View.IsCancelled: false } => new Reconciliation.NotDone(),
        WizardResult.Refused { Problem.Kind: WizardProblemKind.TryLater } => Busy,
        _ => new Reconciliation.Done(Outcome(WizardCommandResult.From(read))),
    };

    /// <summary>A reading that Kraken is too busy for shows nothing about the command.</summary>
    private static Reconciliation.LookAgain Busy => new(Pause, "Kraken is busy");

    /// <summary>
    /// A step that is no longer current was completed. One that still is was not, unless a device has appeared meanwhile (the Classic
    /// registration does not move a step; it makes a device) or a test has begun.
    /// </summary>
    private async Task<Reconciliation> CompletedAsync(WizardCommand change, CancellationToken cancellationToken)
    {
        var read = await wizard.ReadAsync(change.Scope, change.Token!.Value, cancellationToken);
        if (read is WizardResult.Refused { Problem.Kind: WizardProblemKind.TryLater })
        {
            return Busy;
        }

        if (read is not WizardResult.Ok { View: var view })
        {
            return new Reconciliation.Done(Outcome(WizardCommandResult.From(read)));
        }

        var moved = view.Current?.Id != change.StepId || view.Current is WizardStep.TestCharge { IsStarted: true };
        if (moved)
        {
            return new Reconciliation.Done(Outcome(new(view.Token, view.DeviceId)));
        }

        var resumable = await wizard.FindResumableAsync(change.Scope, cancellationToken);
        return resumable is { DeviceId: { } device } && change.DeviceId is null && view.DeviceId is null
            ? new Reconciliation.Done(Outcome(new(resumable.Token, device)))
            : new Reconciliation.NotDone();
    }

    private static WizardCommand Read(Command command) =>
        JsonSerializer.Deserialize(command.Payload, WizardCommandJson.Default.WizardCommand)
        ?? throw new JsonException("A wizard command has a payload.");

    private static CommandOutcome.Completed Outcome(WizardCommandResult result) =>
        new(JsonSerializer.Serialize(result, WizardCommandJson.Default.WizardCommandResult));
}

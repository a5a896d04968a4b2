using SmartFlexBot.Kraken.Accounts;
using SmartFlexBot.Kraken.Wizard;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Kraken.Classic;

/// <summary>
/// Drives the Classic calls, and yields the steps that the wizard API would. Kraken keeps nothing of an onboarding before a device
/// is registered: its state is in the token.
/// </summary>
internal sealed class ClassicWizard(
    ClassicTokens tokens,
    ClassicProgress progress,
    ClassicRegistration registration,
    WizardWrites writes,
    IAccountDirectory directory,
    IDeviceCatalogue catalogue,
    TimeProvider time) : IOnboardingWizard
{
    public Task<WizardResult> StartAsync(WizardScope scope, CancellationToken cancellationToken) => OrTryLaterAsync(async () =>
    {
        var eligibility = await directory.ReadEligibilityAsync(scope.AccountNumber, scope.PropertyId, cancellationToken);
        var devices = await directory.ReadDevicesAsync(scope.AccountNumber, cancellationToken);
        string[] types = [.. eligibility.DeviceKinds.Select(Devices.DeviceType).Distinct()];
        var state = new ClassicState(
            scope.AccountNumber,
            scope.PropertyId,
            Revision: 1,
            types.Length > 0 ? types : [Devices.ElectricVehicles],
            [.. devices.Select(device => device.Id)]);
        return await progress.ShowAsync(state, devices, maySettleLater: true, cancellationToken);
    });

    public async Task<WizardResult> ReadAsync(WizardScope scope, WizardToken token, CancellationToken cancellationToken) =>
        tokens.Open(token, scope) is { } state
            ? await progress.ShowAsync(progress.WithoutOldAddress(state), devices: null, maySettleLater: false, cancellationToken)
            : Refused(WizardProblemKind.Gone);

    public Task<WizardResult> CompleteAsync(
        WizardScope scope, WizardToken token, string stepId, StepAnswer answer, CancellationToken cancellationToken) =>
        OrTryLaterAsync(async () =>
        {
            if (tokens.Open(token, scope) is not { } state)
            {
                return Refused(WizardProblemKind.Gone);
            }

            if (StepNames.Parse(stepId) is not { } step)
            {
                return Refused(WizardProblemKind.StepMovedOn);
            }

            var entries = await catalogue.ReadAsync(cancellationToken);
            var devices = state.IsRegistered ? await directory.ReadDevicesAsync(scope.AccountNumber, cancellationToken) : [];
            state = ClassicDevices.Notice(state, devices);
            var device = ClassicDevices.Find(state, devices);
            var choices = new ClassicChoices(state, entries);
            var isCurrent = ClassicSteps.Next(state, choices, device, time.GetUtcNow()) is ClassicNext.Show show && show.Step.Id == stepId;
            if (ClassicAnswers.IsSelecting(step.Name) && !state.IsRegistered && (isCurrent || ClassicAnswers.WasAnswered(step.Name, state)))
            {
                return await SelectAsync(step.Name, answer, state, entries, cancellationToken);
            }

            if (!isCurrent)
            {
                return Refused(WizardProblemKind.StepMovedOn);
            }

            return (step.Name, answer) switch
            {
                (StepNames.SignIn, StepAnswer.SignedIn signedIn) =>
                    await SignInAsync(signedIn.ContinuationUri, state, choices, cancellationToken),
                (StepNames.UserVehicle, StepAnswer.Option option)
                    when state.Pending!.Vehicles.Any(vehicle => vehicle.Id == option.OptionId) =>
                    await RegisterAsync(
                        state, choices, state.Pending.AuthorizationCode, state.Pending.State, option.OptionId, cancellationToken),
                (StepNames.VirtualKey, StepAnswer.Done) => await progress.ShowAsync(
                    state.Next() with { IsVirtualKeyDone = true }, devices, maySettleLater: true, cancellationToken),
                (StepNames.Test, StepAnswer.Done) => await TestAsync(scope, state, device!, devices, cancellationToken),
                _ => Refused(WizardProblemKind.BadAnswer),
            };
        });

    /// <summary>There is nothing in Kraken to cancel. A device that is registered already stays, as it does in the wizard API.</summary>
    public Task<WizardResult> CancelAsync(WizardScope scope, WizardToken token, CancellationToken cancellationToken) =>
        Task.FromResult<WizardResult>(new WizardResult.Ok(new(
            token, Current: null, IsComplete: false, IsCancelled: true, tokens.Open(token, scope)?.DeviceId)));

    public async Task<WizardView?> FindResumableAsync(WizardScope scope, CancellationToken cancellationToken)
    {
        var devices = await directory.ReadDevicesAsync(scope.AccountNumber, cancellationToken);
        if (ClassicDevices.FindHalfway(devices, scope.PropertyId) is not { } device)
        {
            return null;
        }

        var state = new ClassicState(
            scope.AccountNumber, scope.PropertyId, Revision: 1, [Devices.ElectricVehicles], [], Devices.ElectricVehicles,
            IsRegistered: true, DeviceId: device.Id, IsVirtualKeyDone: true);
        return await progress.ShowAsync(state, devices, maySettleLater: false, cancellationToken) is WizardResult.Ok ok ? ok.View : null;
    }

    private async Task<WizardResult> SelectAsync(
        string name, StepAnswer answer, ClassicState state, IReadOnlyList<CatalogueEntry> entries, CancellationToken cancellationToken)
    {
        if (ClassicAnswers.Apply(name, answer, state, entries) is not { } chosen)
        {
            return Refused(WizardProblemKind.BadAnswer);
        }

        return ClassicAnswers.IsOffered(chosen)
            ? await progress.ShowAsync(chosen.Next(), devices: null, maySettleLater: true, cancellationToken)
            : Refused(WizardProblemKind.NotOffered);
    }

    private async Task<WizardResult> SignInAsync(
        string continuationUri, ClassicState state, ClassicChoices choices, CancellationToken cancellationToken)
    {
        if (SignInAddress.Parse(continuationUri) is not { } continuation)
        {
            return Refused(WizardProblemKind.BadAnswer);
        }

        if (!SignInAddress.Belongs(continuation, state.SignIn?.Uri))
        {
            return Refused(WizardProblemKind.SignInFailed);
        }

        return continuation.Code is { } code
            ? await RegisterAsync(state, choices, code, continuation.State, vehicleId: null, cancellationToken)
            : await progress.ShowAsync(
                registration.SignInAgain(state, continuation.Error), devices: null, maySettleLater: true, cancellationToken);
    }

    private async Task<WizardResult> RegisterAsync(
        ClassicState state, ClassicChoices choices, string code, string? signInState, string? vehicleId,
        CancellationToken cancellationToken)
    {
        var (after, problem) = await registration.RegisterAsync(state, choices, code, signInState, vehicleId, cancellationToken);
        return after is null
            ? new WizardResult.Refused(problem!)
            : await progress.ShowAsync(after, devices: null, maySettleLater: true, cancellationToken);
    }

    private async Task<WizardResult> TestAsync(
        WizardScope scope, ClassicState state, DeviceSnapshot device, IReadOnlyList<DeviceSnapshot> devices,
        CancellationToken cancellationToken)
    {
        if (await writes.TriggerTestChargeAsync(scope, cancellationToken) is { } problem)
        {
            return new WizardResult.Refused(problem);
        }

        var asked = state.Next() with { Test = new(time.GetUtcNow(), device.Lifecycle) };
        return await progress.ShowAsync(asked, devices, maySettleLater: true, cancellationToken);
    }

    /// <summary>For what fails before anything was changed: in a command, an exception would mean that nobody knows.</summary>
    private static async Task<WizardResult> OrTryLaterAsync(Func<Task<WizardResult>> act)
    {
        try
        {
            return await act();
        }
        catch (TenantUnavailableException)
        {
            return Refused(WizardProblemKind.TryLater);
        }
        catch (AccountNotReadableException refused)
        {
            return new WizardResult.Refused(new(WizardProblemKind.NotAllowed, refused.Code, []));
        }
    }

    private static WizardResult.Refused Refused(WizardProblemKind kind) => new(WizardProblems.Of(kind));
}

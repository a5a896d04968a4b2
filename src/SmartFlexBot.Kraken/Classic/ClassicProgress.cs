using Microsoft.Extensions.Options;
using SmartFlexBot.Kraken.Wizard;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Classic;

/// <summary>From a state to what is shown of it, reading from Kraken what the next step needs.</summary>
internal sealed class ClassicProgress(
    ClassicTokens tokens,
    ClassicFacts facts,
    IAccountDirectory directory,
    IDeviceCatalogue catalogue,
    IOptions<KrakenOptions> settings,
    TimeProvider time)
{
    /// <param name="devices">The account's devices, if they were just read.</param>
    /// <param name="maySettleLater">
    /// True after an answer was taken: it must not be lost because a read fails afterwards. Then a wait is shown, and the next
    /// reading goes on from there.
    /// </param>
    /// <exception cref="TenantUnavailableException">Kraken could not be read, and <paramref name="maySettleLater"/> is false.</exception>
    public async Task<WizardResult> ShowAsync(
        ClassicState state, IReadOnlyList<DeviceSnapshot>? devices, bool maySettleLater, CancellationToken cancellationToken)
    {
        try
        {
            return await SettleAsync(state, devices, cancellationToken);
        }
        catch (Exception unread) when (maySettleLater && unread is TenantUnavailableException or AccountNotReadableException)
        {
            var reason = state.IsRegistered ? WaitReason.DeviceRegistration : WaitReason.Transition;
            return Ok(state, ClassicSteps.Wait(state, reason).Step);
        }
    }

    /// <summary>A sign-in address does not live for ever; an unused one is asked for anew.</summary>
    public ClassicState WithoutOldAddress(ClassicState state) =>
        state is { SignIn.Uri: not null, Pending: null } && time.GetUtcNow() >= state.SignIn.AskedAt + settings.Value.SignInAddressLifetime
            ? state with { SignIn = state.SignIn with { Uri = null } }
            : state;

    private async Task<WizardResult> SettleAsync(
        ClassicState state, IReadOnlyList<DeviceSnapshot>? devices, CancellationToken cancellationToken)
    {
        var entries = await catalogue.ReadAsync(cancellationToken);
        if (devices is null && (state.IsRegistered || state.SignIn is not null))
        {
            devices = await directory.ReadDevicesAsync(state.AccountNumber, cancellationToken);
        }

        state = ClassicDevices.Notice(state, devices ?? []);
        while (true)
        {
            var device = ClassicDevices.Find(state, devices ?? []);
            var choices = new ClassicChoices(state, entries);
            switch (ClassicSteps.Next(state, choices, device, time.GetUtcNow()))
            {
                case ClassicNext.Show { Step: WizardStep.AuthFlow signIn }:
                    return Ok(state, signIn with { RedirectUri = WizardSteps.WebAddress(facts.RedirectUri(state)) });
                case ClassicNext.Show show:
                    return Ok(state, show.Step);
                case ClassicNext.Complete:
                    return new WizardResult.Ok(
                        new(tokens.Seal(state), Current: null, IsComplete: true, IsCancelled: false, state.DeviceId));
                case ClassicNext.Refuse refuse:
                    return new WizardResult.Refused(WizardProblems.Of(refuse.Kind));
                case ClassicNext.Fetch fetch:
                    switch (await facts.FetchAsync(fetch.Fact, state, choices, device, cancellationToken))
                    {
                        case FactResult.Known known:
                            state = known.State;
                            continue;
                        case FactResult.Refused refused:
                            return new WizardResult.Refused(refused.Problem);
                    }

                    return Ok(state, ClassicSteps.Wait(state, WaitReason.Transition).Step);
            }
        }
    }

    private WizardResult.Ok Ok(ClassicState state, WizardStep step) =>
        new(new(tokens.Seal(state), step, IsComplete: false, IsCancelled: false, state.DeviceId));
}

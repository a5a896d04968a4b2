using SmartFlexBot.Kraken.Accounts;
using SmartFlexBot.Kraken.Classic;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Watching;

/// <summary>Reads Classic onboardings: the token and the account's devices tell all of it.</summary>
internal sealed class ClassicReader(
    ClassicTokens tokens, ClassicFacts facts, IDeviceCatalogue catalogue, TimeProvider time) : IOnboardingReader
{
    public string? WizardId(OnboardingWatch watch) => null;

    public async Task<OnboardingSighting?> ReadAsync(Watched watched, CancellationToken cancellationToken)
    {
        var devices = Devices.From(watched.Devices);
        if (watched.Watch.Token is not { } token || tokens.Open(token, watched.Watch.Scope) is not { } opened)
        {
            return Readings.Of(step: null, isComplete: false, isCancelled: false, watched.Watch.DeviceId, devices);
        }

        var state = ClassicDevices.Notice(opened, devices);
        var choices = new ClassicChoices(state, await catalogue.ReadAsync(cancellationToken));
        var device = ClassicDevices.Find(state, devices);
        var next = ClassicSteps.Next(state, choices, device, time.GetUtcNow());
        var reading = Readings.Of(
            (next as ClassicNext.Show)?.Step, next is ClassicNext.Complete, isCancelled: false, state.DeviceId
                ?? watched.Watch.DeviceId, devices);
        if (next is not ClassicNext.Fetch fetch)
        {
            return reading;
        }

        // The customer sees a wait until Kraken tells what the step needs, such as the cars on the maker's account.
        return await facts.FetchAsync(fetch.Fact, state, choices, device, cancellationToken) is FactResult.Known
            ? reading with { Step = StepThatNeeds(fetch.Fact), StepId = fetch.StepId }
            : Readings.Of(
                ClassicSteps.Wait(state, WaitReason.Transition).Step, isComplete: false, isCancelled: false, reading.DeviceId, devices);
    }

    private static string StepThatNeeds(ClassicFact fact) => fact switch
    {
        ClassicFact.SignInAddress => nameof(WizardStep.AuthFlow),
        ClassicFact.UserVehicles => nameof(WizardStep.SelectUserVehicle),
        _ => nameof(WizardStep.TeslaSetupVirtualKey),
    };
}

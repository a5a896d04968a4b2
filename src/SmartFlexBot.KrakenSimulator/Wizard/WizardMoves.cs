using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Catalogue;
using SmartFlexBot.KrakenSimulator.Devices;

namespace SmartFlexBot.KrakenSimulator.Wizard;

/// <summary>Takes a wizard from step to step, with what each step brings into being.</summary>
internal sealed class WizardMoves(ProductCatalogue catalogue, TimeProvider time, IOptions<SimulatorOptions> options)
{
    public (Account Account, string WizardId) Start(Account account, int propertyId, DateTimeOffset at)
    {
        var wizard = new OnboardingWizard(Guid.NewGuid().ToString(), propertyId, null, [], 0);
        return (Enter(account, wizard, at), wizard.Id);
    }

    /// <summary>Completes the current step.</summary>
    public Account Complete(Account account, OnboardingWizard wizard, string? answer, DateTimeOffset at) =>
        Enter(account, wizard with { Completed = [.. wizard.Completed, wizard.Current! with { Answer = answer }] }, at);

    /// <summary>Answers an earlier step anew: what came after it is forgotten, and a device not yet live is given up.</summary>
    public Account GoBack(Account account, OnboardingWizard wizard, WizardStep step, string answer, DateTimeOffset at)
    {
        var before = wizard.Completed.TakeWhile(other => other.Id != step.Id);
        var changed = account.Devices.FirstOrDefault(device => device.Id == wizard.DeviceId) is { } device
            ? account.With(device with { IsRetired = true })
            : account;
        return Enter(changed, wizard with { Completed = [.. before, step with { Answer = answer }], DeviceId = null }, at);
    }

    /// <summary>Asks for the sign-in once more, with a new link.</summary>
    public Account SignInAgain(Account account, OnboardingWizard wizard, string error, DateTimeOffset at) =>
        EnterAuthFlow(account, wizard, at, error);

    private Account Enter(Account account, OnboardingWizard wizard, DateTimeOffset at) =>
        WizardPath.Next(WizardFacts.Of(account, wizard, catalogue)) switch
        {
            null => account.With(wizard with { Current = null }),
            StepTypes.AuthFlow => EnterAuthFlow(account, wizard, at, error: null),
            StepTypes.DeviceRegistration => EnterRegistration(account, wizard, at),
            var type => account.With(NewStep(wizard, type, at)),
        };

    private Account EnterAuthFlow(Account account, OnboardingWizard wizard, DateTimeOffset at, string? error)
    {
        var target = WizardFacts.Of(account, wizard, catalogue).Target!;
        var signIn = SignIn.New(target.Provider, time.GetUtcNow());
        var next = NewStep(wizard, StepTypes.AuthFlow, at);
        return account.With(signIn).With(next with { Current = next.Current! with { SignInState = signIn.State, Error = error } });
    }

    private Account EnterRegistration(Account account, OnboardingWizard wizard, DateTimeOffset at)
    {
        var facts = WizardFacts.Of(account, wizard, catalogue);
        var next = NewStep(wizard, StepTypes.DeviceRegistration, at);
        var car = account.Garage.FirstOrDefault(car => car.Id == facts.UserVehicle)
            ?? account.Garage.FirstOrDefault(car => car.Make == facts.Target!.Make);
        var device = Registration.Of(
            DeviceId(next.Current!.Id), wizard.PropertyId, facts.DeviceType!, facts.Target!, car, at + options.Value.RegistrationDuration);
        return account.With(device).With(next with { DeviceId = device.Id });
    }

    private static OnboardingWizard NewStep(OnboardingWizard wizard, string type, DateTimeOffset at)
    {
        var sequence = wizard.Sequence + 1;
        return wizard with { Sequence = sequence, Current = new($"{wizard.Id}-{sequence}", type, at) };
    }

    // Time alone leads here, and is worked out again at each read: the same step must always make the same device.
    private static string DeviceId(string stepId) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(stepId)).AsSpan(0, 16)).ToString();
}

using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Onboarding;

/// <summary>A tenant in memory behind the product's ports: one account, its devices, and one onboarding whose steps a test sets.</summary>
internal sealed class InMemoryKraken : IOnboardingWizard, IAccountDirectory, IDeviceCatalogue, ISmartControl
{
    private readonly Queue<WizardProblem> _refusals = new();

    public List<AccountProperty> Properties { get; } = [new(7, "1 Example Street")];

    public Eligibility Eligibility { get; set; } = new(true, [DeviceKind.ElectricVehicle, DeviceKind.ChargePoint]);

    public List<DeviceSnapshot> Devices { get; } = [];

    /// <summary>The onboarding as it stands; null while there is none.</summary>
    public WizardView? Onboarding { get; set; }

    /// <summary>The step that the onboarding begins with.</summary>
    public WizardStep First { get; set; } = new WizardStep.Wait("first", WaitReason.Transition);

    /// <summary>What an answer leads to; the step stays when null.</summary>
    public Func<WizardStep, StepAnswer, WizardStep?> Follow { get; set; } = (_, _) => null;

    /// <summary>The next reading fails.</summary>
    public bool Unavailable { get; set; }

    /// <summary>What goes by while something is read.</summary>
    public Action WhileReading { get; set; } = () => { };

    /// <summary>Nobody may read the account.</summary>
    public bool Unreadable { get; set; }

    /// <summary>The next change is taken, and its answer is lost.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>What came to Kraken: "start", "cancel", "complete {step} {answer}".</summary>
    public List<string> Changes { get; } = [];

    public void Refuse(WizardProblemKind kind, int times = 1, params string[] reasons)
    {
        for (var time = 0; time < times; time++)
        {
            _refusals.Enqueue(new(kind, "KT-CT-1", reasons));
        }
    }

    public void Show(WizardStep step, string? deviceId = null) =>
        Onboarding = new(new("w-1"), step, IsComplete: false, IsCancelled: false, deviceId);

    public Task<WizardResult> StartAsync(WizardScope scope, CancellationToken cancellationToken) =>
        ChangeAsync("start", () => Show(First));

    public Task<WizardResult> CompleteAsync(
        WizardScope scope, WizardToken token, string stepId, StepAnswer answer, CancellationToken cancellationToken) =>
        ChangeAsync($"complete {stepId} {answer}", () =>
        {
            if (Follow(Onboarding!.Current!, answer) is { } next)
            {
                Show(next, Onboarding.DeviceId);
            }
        });

    public Task<WizardResult> CancelAsync(WizardScope scope, WizardToken token, CancellationToken cancellationToken) =>
        ChangeAsync("cancel", () => Onboarding = Onboarding! with { Current = null, IsCancelled = true });

    public Task<WizardResult> ReadAsync(WizardScope scope, WizardToken token, CancellationToken cancellationToken)
    {
        ThrowIfUnavailable();
        return Task.FromResult(_refusals.TryDequeue(out var problem) ? new WizardResult.Refused(problem)
            : Onboarding is { } view ? (WizardResult)new WizardResult.Ok(view)
            : new WizardResult.Refused(new(WizardProblemKind.Gone, "KT-CT-4371", [])));
    }

    public Task<WizardView?> FindResumableAsync(WizardScope scope, CancellationToken cancellationToken)
    {
        ThrowIfUnavailable();
        return Task.FromResult(Onboarding is { IsCancelled: false, IsComplete: false } ? Onboarding : null);
    }

    public Task<IReadOnlyList<AccountProperty>> ReadPropertiesAsync(string accountNumber, CancellationToken cancellationToken) =>
        Unreadable ? throw new AccountNotReadableException("KT-CT-4178") : Read<IReadOnlyList<AccountProperty>>(Properties);

    public Task<Eligibility> ReadEligibilityAsync(string accountNumber, int propertyId, CancellationToken cancellationToken) =>
        Read(Eligibility);

    public Task<IReadOnlyList<DeviceSnapshot>> ReadDevicesAsync(string accountNumber, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<DeviceSnapshot>>([.. Devices]);

    public Task<IReadOnlyList<CatalogueEntry>> ReadAsync(CancellationToken cancellationToken) =>
        Read<IReadOnlyList<CatalogueEntry>>(Catalogue);

    public Task<WizardProblem?> ChangeAsync(string deviceId, ControlAction action, CancellationToken cancellationToken)
    {
        if (_refusals.TryDequeue(out var problem))
        {
            return Task.FromResult<WizardProblem?>(problem);
        }

        Changes.Add($"{action} {deviceId}");
        var index = Devices.FindIndex(device => device.Id == deviceId);
        Devices[index] = Devices[index] with { IsSuspended = action == ControlAction.Suspend };
        return Task.FromResult<WizardProblem?>(null);
    }

    private static readonly CatalogueEntry[] Catalogue =
    [
        new(DeviceKind.ElectricVehicle, "Tesla", "Model 3 Long Range", "v-3-lr", 75),
        new(DeviceKind.ElectricVehicle, "Tesla", "Model Y", "v-y", 75),
        new(DeviceKind.ElectricVehicle, "Kia", "EV6", "v-ev6", 77),
        new(DeviceKind.ChargePoint, "Ohme", "Home Pro", "v-ohme", PowerInKw: 7.4m),
    ];

    private Task<WizardResult> ChangeAsync(string what, Action change)
    {
        if (_refusals.TryDequeue(out var problem))
        {
            return Task.FromResult<WizardResult>(new WizardResult.Refused(problem));
        }

        Changes.Add(what);
        change();
        return LosesAnswers
            ? throw new HttpRequestException("The connection broke.")
            : Task.FromResult<WizardResult>(new WizardResult.Ok(Onboarding!));
    }

    private Task<T> Read<T>(T value)
    {
        ThrowIfUnavailable();
        return Task.FromResult(value);
    }

    private void ThrowIfUnavailable()
    {
        WhileReading();
        if (Unavailable)
        {
            throw new TenantUnavailableException("down");
        }
    }
}

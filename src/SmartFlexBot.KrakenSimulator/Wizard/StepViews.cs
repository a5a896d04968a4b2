using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Devices;
using SmartFlexBot.KrakenSimulator.Endpoint;


namespace SmartFlexBot.KrakenSimulator.Wizard;

/// <summary>A step; by itself one that has nothing but an id.</summary>
internal class StepView(WizardStep step) : ITypedView
{
    public string TypeName => step.Type;

    public string Id => step.Id;

    public static StepView Of(WizardStep step, StepStage stage) => step.Type switch
    {
        var type when StepTypes.Lists.Contains(type) => new ListStepView(step, stage),
        StepTypes.SelectVehicleOrChargePoint => new VehicleOrChargePointView(step),
        StepTypes.AuthFlow => new AuthFlowView(step, stage),
        StepTypes.UserInputRequired => new UserInputView(step),
        StepTypes.UserActionRequired => new UserActionView(step),
        StepTypes.DeviceRegistration => new RegistrationView(step, stage),
        StepTypes.WaitForLiveIntegration => new LiveIntegrationView(step),
        StepTypes.TeslaSetupVirtualKey => new VirtualKeyView(step, stage),
        StepTypes.TestCharge => new TestChargeView(step, stage),
        StepTypes.TerminalError => new TerminalErrorView(step),
        _ => new(step),
    };
}

internal sealed class ListStepView(WizardStep step, StepStage stage) : StepView(step)
{
    // A list of a hundred makes is only made when it is asked for.
    public IReadOnlyList<ListItem> Options => StepOptions.Of(TypeName, stage.Account, stage.Facts, stage.Catalogue);

    public string? SelectedOptionId { get; } = step.Answer;
}

internal sealed class VehicleOrChargePointView(WizardStep step) : StepView(step)
{
    public string? SelectedIntegration { get; } = step.Answer;
}

internal sealed class AuthFlowView(WizardStep step, StepStage stage) : StepView(step)
{
    public string? AuthorizationUri { get; } =
        step.SignInState is null ? null : Links.Authorize(stage.BaseUri, stage.Options, step.SignInState).AbsoluteUri;

    public string RedirectUri { get; } = Links.Redirect(stage.BaseUri, stage.Options).AbsoluteUri;

    public ErrorView? Error { get; } = step.Error is null ? null : new("AuthFlowError", "Authorisation failed", step.Error);
}

internal sealed record ErrorView(string TypeName, string Message, string Description) : ITypedView;

internal sealed class RegistrationView(WizardStep step, StepStage stage) : StepView(step)
{
    public bool DeviceRegistered => stage.Device?.RegisteredAt <= stage.Now;
}

internal sealed class LiveIntegrationView(WizardStep step) : StepView(step)
{
    public bool IsLive { get; }
}

internal sealed class VirtualKeyView(WizardStep step, StepStage stage) : StepView(step)
{
    public const string KeyName = "Demo Energy";

    public string Key { get; } = KeyName;

    public string Uri { get; } = Links.TeslaKey(stage.BaseUri, stage.Account.KeyToken).AbsoluteUri;
}

internal sealed class TerminalErrorView(WizardStep step) : StepView(step)
{
    public IReadOnlyList<TerminalProblem> Errors { get; } =
        [new("DEVICE_TYPE_NOT_SUPPORTED", "This kind of device cannot be connected here yet.")];
}

internal sealed record TerminalProblem(string ErrorCode, string Description);

internal sealed class TestChargeView(WizardStep step, StepStage stage) : StepView(step)
{
    private readonly DateTimeOffset _now = stage.Now;
    private readonly Device? _device = stage.Device;

    public bool IsReady => IsStarted || (stage.Account.Car.IsReady && _device is { IsRetired: false, IsSuspended: false });

    public bool IsStarted => _device?.Test?.IsRunningAt(_now) == true;

    public TestChargeErrorView? Error => this switch
    {
        { IsStarted: true } or { _device: null } => null,
        _ when Refusals() is { Count: > 0 } reasons => TestChargeErrorView.Refused(reasons),
        _ when _device.Test is { } test && test.HasFailedAt(_now) => TestChargeErrorView.Failed(test.Failure!),
        _ => null,
    };

    private IReadOnlyList<string> Refusals() => TestChargeRules.Refusals(
        _device!, stage.Account.Car, DeviceStatus.Of(_device!, stage.Account.Car, _now, stage.Options.GoLiveDuration), _now);
}

using SmartFlexBot.KrakenSimulator.Accounts;

namespace SmartFlexBot.KrakenSimulator.Wizard;

/// <summary>The maker wants a value.</summary>
internal sealed class UserInputView(WizardStep step) : StepView(step)
{
    public const string Key = "serialNumber";

    public IReadOnlyList<InputAsked> UserInputs { get; } = [new(Key, "The serial number on its label")];

    public ErrorView? Error { get; }
}

internal sealed record InputAsked(string Key, string Description)
{
    public string? Value { get; }

    public bool IsRequired { get; } = true;

    public bool? IsValidated { get; }

    public string? Regex { get; }

    public bool? IsVerified { get; }
}

/// <summary>The maker wants something done elsewhere.</summary>
internal sealed class UserActionView(WizardStep step) : StepView(step)
{
    public IReadOnlyList<ActionAsked> UserActions { get; } = [new("ENABLE_REMOTE_ACCESS", "Switch on remote access in the maker's app")];
}

internal sealed record ActionAsked(string UserAction, string Description)
{
    public string? Uri { get; }
}

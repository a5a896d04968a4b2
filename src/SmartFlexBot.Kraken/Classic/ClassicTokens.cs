using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Classic;

/// <summary>A Classic onboarding's state as a token, encrypted: it may hold an authorization code.</summary>
internal sealed class ClassicTokens(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("ClassicWizard");

    public WizardToken Seal(ClassicState state) =>
        new(_protector.Protect(JsonSerializer.Serialize(state, ClassicJson.Default.ClassicState)));

    /// <returns>Null for a token that was changed, has another form, or belongs to another account or property.</returns>
    public ClassicState? Open(WizardToken token, WizardScope scope)
    {
        try
        {
            var state = JsonSerializer.Deserialize(_protector.Unprotect(token.Value), ClassicJson.Default.ClassicState);
            return state is { Version: ClassicState.CurrentVersion }
                   && state.AccountNumber == scope.AccountNumber && state.PropertyId == scope.PropertyId
                ? state
                : null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}

using System.Text.RegularExpressions;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>
/// Takes the final address of a maker's sign-in out of what a customer pastes: it can be used to get at the account. What is stored
/// and echoed says "[sign-in address]" instead.
/// </summary>
public sealed partial class SignInAddressRedaction : IInboundRedaction
{
    public const string Replacement = "[sign-in address]";

    public (Activity Activity, string? ProtectedValue) Redact(Activity activity)
    {
        if (activity.Type != ActivityTypes.Message || activity.Text is not { Length: > 0 } text) return (activity, null);
        string? address = null;
        var redacted = Address().Replace(text, match =>
        {
            if (!IsSignIn(match.Value)) return match.Value;
            address ??= match.Value;
            return Replacement;
        });
        if (address is null) return (activity, null);

        var stored = ActivityJson.Copy(activity);
        stored.Text = redacted;
        // Some clients repeat the text in places of their own.
        stored.Value = null;
        return (stored, address);
    }

    /// <summary>An authorization response has a state and either a code or an error (RFC 6749, 4.1.2).</summary>
    private static bool IsSignIn(string address)
    {
        var query = address.IndexOfAny(['?', '#']) is >= 0 and var at ? address[at..] : "";
        return Names(query, "state") && (Names(query, "code") || Names(query, "error"));
    }

    private static bool Names(string query, string name) =>
        query.Contains($"?{name}=", StringComparison.OrdinalIgnoreCase)
        || query.Contains($"&{name}=", StringComparison.OrdinalIgnoreCase)
        || query.Contains($"#{name}=", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?:https?://|www\.)[^\s<>""]{4,8000}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 250)]
    private static partial Regex Address();
}

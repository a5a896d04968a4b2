using System.Text.RegularExpressions;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Onboarding.SignIn;

/// <summary>
/// Takes the final address of a maker's sign-in out of what a customer pastes: it can be used to get at the account. What is stored
/// and echoed says "[sign-in address]" instead.
/// </summary>
public sealed partial class SignInAddressRedaction : IInboundRedaction
{
    public const string Replacement = "[sign-in address]";

    public (Activity Activity, string? ProtectedValue) Redact(Activity activity)
    {
        if (activity.Type != ActivityTypes.Message || activity.Text is not { Length: > 0 } text)
        {
            return (activity, null);
        }

        string? address = null;
        var redacted = Word().Replace(text, word =>
        {
            if (Find(word.Value) is not { } found)
            {
                return word.Value;
            }

            address ??= found.Address;
            return string.Concat(word.Value.AsSpan(0, found.Start), Replacement, word.Value.AsSpan(found.End));
        });
        if (address is null)
        {
            return (activity, null);
        }

        var stored = ActivityJson.Copy(activity);
        stored.Text = redacted;
        // Some clients repeat the text in places of their own.
        stored.Value = null;
        return (stored, address);
    }

    /// <summary>The sign-in address in a run of letters without a space, and where it stands there; null when there is none.</summary>
    private static (string Address, int Start, int End)? Find(string word)
    {
        var end = word.AsSpan().TrimEnd(".,;:!)]}'").Length;
        var start = Math.Max(Start(word), 0);
        if (start < end && Read(word[start..end]) is { } address)
        {
            return (address, start, end);
        }

        return Read(word[..end]) is { } whole ? (whole, 0, end) : null;
    }

    /// <returns>The address as a browser would show it, or null when it is not a sign-in.</returns>
    private static string? Read(string written)
    {
        var plain = written.Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase);
        var address = IsSignIn(plain) ? plain : Decoded(plain);
        return address is null || address.Split('?', '#')[0].Contains("://", StringComparison.Ordinal) ? address : $"https://{address}";
    }

    /// <summary>Some browsers copy an address with everything in it escaped.</summary>
    private static string? Decoded(string plain) =>
        plain.Contains("%3D", StringComparison.OrdinalIgnoreCase) && Uri.UnescapeDataString(plain) is var decoded && IsSignIn(decoded)
            ? decoded
            : null;

    /// <summary>Brackets and quotes before an address do not belong to it.</summary>
    private static int Start(string word)
    {
        var http = word.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        return http >= 0 ? http : word.IndexOf("www.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An authorization response has a state, and a code, a token or an error (RFC 6749, 4.1.2 and 4.2.2).</summary>
    private static bool IsSignIn(string address)
    {
        var query = address.IndexOfAny(['?', '#']) is >= 0 and var at ? address[at..] : "";
        return Names(query, "state")
            && (Names(query, "code") || Names(query, "error") || Names(query, "access_token") || Names(query, "id_token"));
    }

    private static bool Names(string query, string name) =>
        query.Contains($"?{name}=", StringComparison.OrdinalIgnoreCase)
        || query.Contains($"&{name}=", StringComparison.OrdinalIgnoreCase)
        || query.Contains($"#{name}=", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[^\s<>""]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

using System.Text.RegularExpressions;

namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>
/// Takes out of words what must not be kept beside a conversation: numbers that may be a card's, passwords, and links that work. Pure.
/// </summary>
public static partial class SecretMask
{
    public static string Of(string words)
    {
        var withoutLinks = Address().Replace(words, Shown);
        return Password().Replace(CardNumber().Replace(withoutLinks, "[number]"), match => $"{match.Groups["name"].Value} [secret]");
    }

    /// <summary>The host says where a link led; what follows may be a ticket.</summary>
    private static string Shown(Match match) => $"[link to {match.Groups["host"].Value}]";

    [GeneratedRegex(@"\b(?:https?|wss?)://(?<host>[^\s/?#""<>]+)[^\s""<>]*", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\d+])\d(?:[ -]?\d){12,18}(?!\d)")]
    private static partial Regex CardNumber();

    [GeneratedRegex(
        @"(?<name>\b(?:password|passwort|kennwort|passcode|pin|contraseña|clave|mot de passe|code secret|parola d'ordine))"
        + @"(?:\s*(?::|=|is|ist|lautet|es|est|è)\s*|\s+)(?<secret>\S+)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}

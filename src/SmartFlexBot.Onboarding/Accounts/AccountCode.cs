using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SmartFlexBot.Onboarding.Accounts;

/// <summary>
/// Six digits that are shown where somebody has signed in, and typed in the chat: who can do both is the one who signed in. Pure but for
/// the drawing.
/// </summary>
public static class AccountCode
{
    public const int Tries = 3;
    private const int Digits = 6;
    private const int Codes = 1_000_000;

    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(10);

    public static string New() => RandomNumberGenerator.GetInt32(Codes).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>In two groups, as it is easiest to read.</summary>
    public static string Shown(string code) => $"{code[..3]} {code[3..]}";

    /// <returns>The six digits of a message that has nothing else in it but spaces and hyphens; null when it is no code.</returns>
    public static string? In(string text)
    {
        var typed = new StringBuilder();
        foreach (var sign in text)
        {
            if (char.IsAsciiDigit(sign) && typed.Length < Digits)
            {
                typed.Append(sign);
            }
            else if (!char.IsWhiteSpace(sign) && sign is not ('-' or '.'))
            {
                return null;
            }
        }

        return typed.Length == Digits ? typed.ToString() : null;
    }

    public static string HashOf(string code, string salt) => Convert.ToHexStringLower(Hash(code, salt));

    /// <summary>In a time that tells nothing of how much of it is right.</summary>
    public static bool IsRight(string typed, string hash, string salt) =>
        CryptographicOperations.FixedTimeEquals(Hash(typed, salt), Convert.FromHexString(hash));

    private static byte[] Hash(string code, string salt) => SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}/{code}"));
}

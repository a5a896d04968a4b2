using System.Security.Claims;

namespace SmartFlexBot.Web.SignIn.Accounts;

/// <summary>The customer's accounts, in what the provider says of them. Pure.</summary>
internal static class AccountNumbers
{
    /// <summary>More than a chat could offer; whoever has more is no household.</summary>
    private const int Most = 10;

    private const int Longest = 60;

    /// <summary>As several values, or as one with blanks or commas between.</summary>
    public static IReadOnlyList<string> Of(ClaimsPrincipal principal, string claim) =>
    [
        .. principal.FindAll(claim)
            .SelectMany(found => found.Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            .Where(IsNumber).Distinct(StringComparer.Ordinal).Take(Most),
    ];

    private static bool IsNumber(string word) =>
        word.Length <= Longest && word.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_');
}

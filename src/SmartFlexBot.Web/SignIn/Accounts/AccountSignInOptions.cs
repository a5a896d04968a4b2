namespace SmartFlexBot.Web.SignIn.Accounts;

/// <summary>The OpenID Connect provider with which customers sign in to their account in the chat (section "Accounts:SignIn").</summary>
public sealed class AccountSignInOptions
{
    public const string Section = "Accounts:SignIn";

    /// <summary>Its address; without one nobody signs in here, and customers are sent to the supplier's own signed-in page.</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    /// <summary>Null for a client that proves itself by PKCE alone.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Scopes that are asked for beside "openid", separated by blanks.</summary>
    public string Scopes { get; set; } = "";

    /// <summary>The claim of the id token that holds the customer's account numbers, as one value or several.</summary>
    public string? AccountsClaim { get; set; }

    /// <summary>How long a conversation acts for the account; then the customer signs in again.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(30);

    public bool IsOffered => !string.IsNullOrWhiteSpace(Authority);
}

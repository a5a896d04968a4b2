namespace SmartFlexBot.Web.SignIn.Accounts;

internal static class AccountPaths
{
    public const string Link = "/account/sign-in/{code}";

    /// <summary>Where the provider sends the browser back to: this is what is registered there.</summary>
    public const string Return = "/account/signed-in";
}

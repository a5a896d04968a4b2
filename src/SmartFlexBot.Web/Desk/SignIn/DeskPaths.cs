namespace SmartFlexBot.Web.Desk.SignIn;

internal static class DeskPaths
{
    public const string Desk = "/desk";
    public const string SignIn = "/desk/sign-in";

    /// <summary>Where the provider sends the browser back to: this is what is registered there.</summary>
    public const string Return = "/desk/signed-in";
}

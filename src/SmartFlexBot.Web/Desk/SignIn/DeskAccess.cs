namespace SmartFlexBot.Web.Desk.SignIn;

/// <summary>How people come to the desk.</summary>
internal enum DeskAccess
{
    /// <summary>There is no desk: nothing is set, and this is no place for trying out.</summary>
    None,

    /// <summary>Through the supplier's OpenID Connect provider.</summary>
    Provider,

    /// <summary>As one of two demo agents.</summary>
    Demo,
}

internal static class DeskAccesses
{
    public static DeskAccess Of(DeskOptions options, IHostEnvironment environment) =>
        !string.IsNullOrWhiteSpace(options.Authority) ? DeskAccess.Provider
        : environment.IsDevelopment() ? DeskAccess.Demo
        : DeskAccess.None;
}

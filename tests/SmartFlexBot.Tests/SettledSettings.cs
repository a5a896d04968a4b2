using System.Runtime.CompilerServices;

namespace SmartFlexBot.Tests;

/// <summary>
/// Hosts would watch their settings files for changes: each a thread, and every folder below the working directory. Nothing here changes
/// them.
/// </summary>
internal static class SettledSettings
{
    [ModuleInitializer]
    internal static void Settle() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}

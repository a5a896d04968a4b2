using System.Diagnostics;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Web.Hosting;

/// <summary>
/// Ends this process as hard as a power cut would (SIGKILL) when a <see cref="ProcessingPoint"/> is reached: for the tests that show
/// that nothing is lost and nothing is done twice. Settings: Testing:KillAt names the point, Testing:KillAfter says at which time it is
/// reached (default 1).
/// </summary>
internal sealed class KillSwitch(ProcessingPoint at, int after) : IProcessingProbe
{
    private int _reached;

    public void Reached(ProcessingPoint point)
    {
        if (point == at && Interlocked.Increment(ref _reached) == after)
        {
            Process.GetCurrentProcess().Kill();
        }
    }
}

internal static class KillSwitchRegistration
{
    /// <summary>Only in Development, and only when Testing:KillAt is set. After AddConversations: the last probe counts.</summary>
    /// <exception cref="InvalidDataException">The setting names no point.</exception>
    public static WebApplicationBuilder AddKillSwitch(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment() || builder.Configuration["Testing:KillAt"] is not { Length: > 0 } name)
        {
            return builder;
        }

        if (!Enum.TryParse<ProcessingPoint>(name, out var at) || !Enum.IsDefined(at))
        {
            throw new InvalidDataException(
                $"Testing:KillAt is '{name}'; set it to one of {string.Join(", ", Enum.GetNames<ProcessingPoint>())}.");
        }

        builder.Services.AddSingleton<IProcessingProbe>(new KillSwitch(at, builder.Configuration.GetValue("Testing:KillAfter", 1)));
        return builder;
    }
}

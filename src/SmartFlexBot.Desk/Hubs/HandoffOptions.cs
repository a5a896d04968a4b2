using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Desk.Hubs;

/// <summary>Settings section "Hub:Handoff": clients of Direct Line bring agents in themselves, told by handoff.initiate.</summary>
public sealed class HandoffOptions
{
    public const string Section = "Hub:Handoff";

    /// <summary>Clients may post handoff.status then, each in its own conversation.</summary>
    public bool Enabled { get; set; }

    /// <summary>Named in handoff.initiate, for routing.</summary>
    public string? Skill { get; set; }

    public static bool IsEnabled(IConfiguration configuration) => configuration.GetValue<bool>($"{Section}:{nameof(Enabled)}");
}

/// <summary>It also looks whether two hubs are set: there is only this one place where all of them are known.</summary>
internal sealed class HandoffOptionsCheck(IServiceProvider services, IConfiguration configuration) : IValidateOptions<HandoffOptions>
{
    public ValidateOptionsResult Validate(string? name, HandoffOptions options)
    {
        var wrong = HubChoice.ProblemIn(configuration)
            ?? (options.Enabled ? HubChoice.NeedsDesk(services, HandoffOptions.Section) : null);
        return wrong is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}

using Microsoft.AspNetCore.Authorization;

namespace SmartFlexBot.Web.Desk.SignIn;

/// <summary>What a route needs; an agent's own rights end there, and each command looks at them again.</summary>
internal static class DeskPolicies
{
    public const string Agent = "desk-agent";
    public const string Supervisor = "desk-supervisor";

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Agent, policy => policy.AddAuthenticationSchemes(DeskSession.Scheme).RequireRole(DeskClaims.AgentRole));
        options.AddPolicy(Supervisor, policy => policy.AddAuthenticationSchemes(DeskSession.Scheme).RequireRole(DeskClaims.SupervisorRole));
    }
}

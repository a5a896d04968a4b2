using System.Security.Claims;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Web.Desk.SignIn;

/// <summary>An agent as claims, in our own words: the provider's own are left behind at the sign-in.</summary>
internal static class DeskClaims
{
    public const string AgentRole = "agent";
    public const string SupervisorRole = "supervisor";

    private const string Id = "sub";
    private const string Name = "name";
    private const string Role = "role";
    private const string Language = "language";

    /// <returns>Null for who is nobody here.</returns>
    public static DeskAgent? Of(ClaimsPrincipal principal) =>
        principal.FindFirstValue(Id) is { } id && principal.IsInRole(AgentRole)
            ? new(id, principal.FindFirstValue(Name) ?? id, [.. principal.FindAll(Language).Select(claim => claim.Value)],
                principal.IsInRole(SupervisorRole))
            : null;

    /// <summary>What the provider says about a person.</summary>
    /// <returns>Null for who has neither role.</returns>
    public static DeskAgent? Of(ClaimsPrincipal provided, DeskOptions options)
    {
        var roles = provided.FindAll(options.RoleClaim).Select(claim => claim.Value).ToList();
        var isSupervisor = roles.Contains(options.SupervisorRole);
        return provided.FindFirstValue(Id) is { Length: > 0 } id && (isSupervisor || roles.Contains(options.AgentRole))
            ? new(id, provided.FindFirstValue(options.NameClaim) is { Length: > 0 } name ? name : id,
                LanguagesOf(provided, options), isSupervisor)
            : null;
    }

    public static ClaimsPrincipal PrincipalOf(DeskAgent agent)
    {
        List<Claim> claims =
        [
            new(Id, agent.Id), new(Name, agent.Name), new(Role, AgentRole),
            .. agent.Languages.Select(language => new Claim(Language, language)),
        ];
        if (agent.IsSupervisor)
        {
            claims.Add(new(Role, SupervisorRole));
        }

        return new(new ClaimsIdentity(claims, DeskSession.Scheme, Name, Role));
    }

    /// <summary>As several values, or as one with blanks or commas between.</summary>
    private static string[] LanguagesOf(ClaimsPrincipal provided, DeskOptions options) =>
        [.. provided.FindAll(options.LanguagesClaim)
            .SelectMany(claim => claim.Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            .Select(language => language.Split('-', '_')[0].ToLowerInvariant()).Distinct()];
}

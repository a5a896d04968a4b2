using Microsoft.Extensions.Options;

namespace SmartFlexBot.Web.Desk.SignIn;

internal sealed class DeskOptionsValidator(IHostEnvironment environment) : IValidateOptions<DeskOptions>
{
    // WCAG 2.2.1: at least 20 seconds to say "I am still here".
    private static readonly TimeSpan ShortestWarning = TimeSpan.FromSeconds(20);

    public ValidateOptionsResult Validate(string? name, DeskOptions options)
    {
        string[] problems = [.. ProviderProblems(options), .. RoleProblems(options), .. TimeProblems(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> ProviderProblems(DeskOptions options)
    {
        if (options.Capacity is < 1 or > 20)
        {
            yield return "Set Desk:Capacity to a number of chats from 1 to 20; 4 is usual.";
        }

        string?[] parts = [options.Authority, options.ClientId, options.ClientSecret];
        if (parts.All(string.IsNullOrWhiteSpace))
        {
            yield break;
        }

        if (parts.Any(string.IsNullOrWhiteSpace))
        {
            yield return "Set Desk:Authority, Desk:ClientId and Desk:ClientSecret together, as your OpenID Connect provider gives them; "
                + "without all three there is no desk.";
        }
        else if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var address) || !IsSafe(address))
        {
            yield return "Set Desk:Authority to the https address of your OpenID Connect provider, "
                + "such as https://login.example.com/tenant.";
        }
    }

    private bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (environment.IsDevelopment() && address.Scheme == Uri.UriSchemeHttp);

    private static IEnumerable<string> RoleProblems(DeskOptions options)
    {
        string[] needed = [options.RoleClaim, options.NameClaim, options.LanguagesClaim, options.AgentRole, options.SupervisorRole];
        if (needed.Any(string.IsNullOrWhiteSpace))
        {
            yield return "Set Desk:RoleClaim, Desk:NameClaim, Desk:LanguagesClaim, Desk:AgentRole and Desk:SupervisorRole, "
                + "or leave them away.";
        }

        if (options.AgentRole == options.SupervisorRole)
        {
            yield return "Set Desk:AgentRole and Desk:SupervisorRole to two different roles.";
        }
    }

    private static IEnumerable<string> TimeProblems(DeskOptions options)
    {
        if (options.IdleTime < TimeSpan.FromMinutes(2) || options.IdleTime > TimeSpan.FromHours(1))
        {
            yield return "Set Desk:IdleTime to a time from 00:02:00 to 01:00:00; 00:15:00 is usual.";
        }

        if (options.IdleWarning < ShortestWarning || options.IdleWarning >= options.IdleTime)
        {
            yield return "Set Desk:IdleWarning to 00:00:20 or more, and less than Desk:IdleTime; 00:01:00 is usual.";
        }

        if (options.LongestSession < options.IdleTime || options.LongestSession > TimeSpan.FromHours(24))
        {
            yield return "Set Desk:LongestSession to a time from Desk:IdleTime to 1.00:00:00; 10:00:00 is usual.";
        }
    }
}

using Microsoft.Extensions.Options;

namespace SmartFlexBot.Web.SignIn.Accounts;

internal sealed class AccountSignInOptionsValidator(IHostEnvironment environment) : IValidateOptions<AccountSignInOptions>
{
    public ValidateOptionsResult Validate(string? name, AccountSignInOptions options)
    {
        string[] problems = [.. Problems(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(AccountSignInOptions options)
    {
        if (options.Lifetime < TimeSpan.FromMinutes(5) || options.Lifetime > TimeSpan.FromDays(365))
        {
            yield return "Set Accounts:SignIn:Lifetime to a time from 00:05:00 to 365.00:00:00; 30.00:00:00 is usual.";
        }

        string?[] needed = [options.Authority, options.ClientId, options.AccountsClaim];
        if (needed.All(string.IsNullOrWhiteSpace) && string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            yield break;
        }

        if (needed.Any(string.IsNullOrWhiteSpace))
        {
            yield return "Set Accounts:SignIn:Authority, Accounts:SignIn:ClientId and Accounts:SignIn:AccountsClaim (the claim with a "
                + "customer's account numbers) together; without all three no customer signs in in the chat.";
        }
        else if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var address) || !IsSafe(address))
        {
            yield return "Set Accounts:SignIn:Authority to the https address of your OpenID Connect provider, "
                + "such as https://login.example.com/tenant.";
        }
    }

    private bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (environment.IsDevelopment() && address.Scheme == Uri.UriSchemeHttp);
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace SmartFlexBot.Web.SignIn.Accounts;

/// <summary>
/// The customers' OpenID Connect provider: code flow with PKCE. Of what it says only the account numbers are taken; no token of it is kept,
/// and nobody is signed in to this host.
/// </summary>
internal sealed class AccountProvider(IOptions<AccountSignInOptions> accounts, TimeProvider time)
    : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public const string Scheme = "account-provider";

    /// <summary>The handler needs a place to sign in to. It is never used: who comes back is answered with a page.</summary>
    public const string Nobody = "account-nobody";

    private const string Ticket = "ticket";

    /// <summary>Sends the browser to the provider. What it is for travels in the state, which this host alone can read.</summary>
    /// <param name="ticket">The ticket's record key.</param>
    /// <returns>False when the provider cannot be reached, and was never before.</returns>
    public static async Task<bool> LeaveAsync(HttpContext http, string ticket)
    {
        http.Response.Headers.CacheControl = "no-store";
        var properties = new AuthenticationProperties { RedirectUri = "/" };
        properties.Items[Ticket] = ticket;
        try
        {
            await http.ChallengeAsync(Scheme, properties);
            return true;
        }
        catch (InvalidOperationException) when (!http.Response.HasStarted)
        {
            // Its configuration could not be read (IDX20803).
            return false;
        }
    }

    public static string? TicketOf(AuthenticationProperties? properties) => properties?.Items.TryGetValue(Ticket, out var ticket) == true
        ? ticket
        : null;

    /// <summary>By this host's clock, like all else.</summary>
    private bool IsNow(DateTime? from, DateTime? until, TimeSpan skew)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return (from is null || from <= now + skew) && until is { } end && now - skew < end;
    }

    public void Configure(OpenIdConnectOptions options) => Configure(Scheme, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name != Scheme)
        {
            return;
        }

        var settings = accounts.Value;
        options.Authority = settings.Authority;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        // Authority is checked at start: http is for Development alone.
        options.RequireHttpsMetadata = settings.Authority?.StartsWith("http:", StringComparison.OrdinalIgnoreCase) != true;
        options.SignInScheme = Nobody;
        options.CallbackPath = AccountPaths.Return;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The browser comes back with a plain GET: cookies need not be sent along from another site's form.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.RemoteAuthenticationTimeout = AccountReturn.LongestAbsence;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.TokenValidationParameters.ValidAlgorithms = SignedToken.Algorithms;
        options.TokenValidationParameters.LifetimeValidator =
            (from, until, _, parameters) => IsNow(from, until, parameters.ClockSkew);
        options.Scope.Clear();
        foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend("openid").Distinct())
        {
            options.Scope.Add(scope);
        }

        options.Events.OnTokenValidated = context =>
        {
            if (!SignedToken.Is(context.TokenEndpointResponse?.IdToken))
            {
                context.Fail("The id token is not signed by a key of the provider's.");
            }

            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = async context =>
        {
            context.HandleResponse();
            await context.HttpContext.RequestServices.GetRequiredService<AccountReturn>()
                .TakeAsync(context.HttpContext, context.Principal!, TicketOf(context.Properties));
        };
        options.Events.OnRemoteFailure = async context =>
        {
            context.HandleResponse();
            await context.HttpContext.RequestServices.GetRequiredService<AccountReturn>().FailAsync(context.HttpContext);
        };
    }
}

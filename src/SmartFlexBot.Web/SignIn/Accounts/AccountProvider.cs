using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SmartFlexBot.Web.SignIn.Accounts;

/// <summary>
/// The customers' OpenID Connect provider: code flow with PKCE. Of what it says only the account numbers are taken; no token of it is kept,
/// and nobody is signed in to this host.
/// </summary>
internal sealed class AccountProvider(IOptions<AccountSignInOptions> accounts) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public const string Scheme = "account-provider";

    /// <summary>The handler needs a place to sign in to. It is never used: who comes back is answered with a page.</summary>
    public const string Nobody = "account-nobody";

    private const string Ticket = "ticket";

    /// <summary>What the provider signs with: a secret that is shared with it proves nothing of who has signed.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Sends the browser to the provider. What it is for travels in the state, which this host alone can read.</summary>
    /// <param name="ticket">The ticket's record key.</param>
    public static async Task LeaveAsync(HttpContext http, string ticket)
    {
        http.Response.Headers.CacheControl = "no-store";
        var properties = new AuthenticationProperties { RedirectUri = "/" };
        properties.Items[Ticket] = ticket;
        await http.ChallengeAsync(Scheme, properties);
    }

    public static string? TicketOf(AuthenticationProperties? properties) => properties?.Items.TryGetValue(Ticket, out var ticket) == true
        ? ticket
        : null;

    /// <summary>
    /// The handler lets a token through that has no signature, because it came over TLS (OpenID Connect Core, 3.1.3.7, 6). Here it needs
    /// one; one that is there was checked.
    /// </summary>
    private static bool IsSigned(string? idToken) =>
        idToken is not null && new JsonWebToken(idToken) is { IsSigned: true } token && Algorithms.Contains(token.Alg);

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
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.Scope.Clear();
        foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend("openid").Distinct())
        {
            options.Scope.Add(scope);
        }

        options.Events.OnTokenValidated = context =>
        {
            if (!IsSigned(context.TokenEndpointResponse?.IdToken))
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

using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SmartFlexBot.Web.Page;
using SmartFlexBot.Web.SignIn;

namespace SmartFlexBot.Web.Desk.SignIn;

/// <summary>The supplier's OpenID Connect provider: code flow with PKCE, and of its claims only id, name and roles are kept.</summary>
internal sealed class DeskProvider(IOptions<DeskOptions> desk) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public const string Scheme = "desk-provider";

    public void Configure(OpenIdConnectOptions options) => Configure(Scheme, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name != Scheme)
        {
            return;
        }

        options.Authority = desk.Value.Authority;
        options.ClientId = desk.Value.ClientId;
        options.ClientSecret = desk.Value.ClientSecret;
        // Authority is checked at start: http is for Development alone.
        options.RequireHttpsMetadata = desk.Value.Authority?.StartsWith("http:", StringComparison.OrdinalIgnoreCase) != true;
        options.SignInScheme = DeskSession.Scheme;
        options.CallbackPath = DeskPaths.Return;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The browser comes back with a plain GET: cookies need not be sent along from another site's form.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.TokenValidationParameters.ValidAlgorithms = SignedToken.Algorithms;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        foreach (var scope in desk.Value.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            options.Scope.Add(scope);
        }

        options.Events.OnTokenValidated = TakeRolesAsync;
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect($"{DeskPaths.SignIn}?problem={(context.Failure is NoRoleException ? "role" : "failed")}");
            return Task.CompletedTask;
        };
    }

    private async Task TakeRolesAsync(TokenValidatedContext context)
    {
        if (!SignedToken.Is(context.TokenEndpointResponse?.IdToken))
        {
            context.Fail("The id token is not signed by a key of the provider's.");
            return;
        }

        if (context.Principal is null || DeskClaims.Of(context.Principal, desk.Value) is not { } agent)
        {
            context.Fail(new NoRoleException());
            return;
        }

        var session = context.HttpContext.RequestServices.GetRequiredService<DeskSession>();
        var fresh = await session.FreshAsync(agent, PageLanguages.FromBrowser(context.Request), context.HttpContext.RequestAborted);
        context.Principal = DeskClaims.PrincipalOf(agent);
        context.Properties!.IssuedUtc = fresh.IssuedUtc;
        context.Properties.ExpiresUtc = fresh.ExpiresUtc;
        foreach (var (key, value) in fresh.Items)
        {
            context.Properties.Items[key] = value;
        }
    }

    /// <summary>Somebody whom the provider knows, and who is neither agent nor supervisor.</summary>
    private sealed class NoRoleException() : Exception("Neither agent nor supervisor.");
}

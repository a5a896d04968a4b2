using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Endpoint;
using SmartFlexBot.KrakenSimulator.Provider;

namespace SmartFlexBot.KrakenSimulator.Identity;

/// <summary>The provider's addresses: its configuration and keys, the page where a customer is chosen, and the answer to a code.</summary>
internal static class IdentityEndpoints
{
    private const string Root = "/simulator/identity";
    private const string Authorize = $"{Root}/authorize";
    private static readonly string[] Asked =
        ["client_id", "response_type", "code_challenge_method", "redirect_uri", "state", "nonce", "code_challenge"];

    public static void MapIdentity(this IEndpointRouteBuilder simulator)
    {
        var identity = simulator.MapGroup("/identity");
        identity.MapGet("/.well-known/openid-configuration", Configuration);
        identity.MapGet("/keys", (IdentityProvider provider) => Json(provider.Keys));
        identity.MapGet("/authorize", Choose);
        identity.MapPost("/authorize", ChosenAsync);
        identity.MapPost("/token", TokenAsync);
    }

    private static IResult Configuration(HttpContext http, IOptions<SimulatorOptions> options) => Json(new()
    {
        ["issuer"] = Issuer(http),
        // The browser goes there; the rest is called by the bot itself.
        ["authorization_endpoint"] = new Uri(Links.BaseUri(http, options.Value), Authorize).AbsoluteUri,
        ["token_endpoint"] = $"{Issuer(http)}/token",
        ["jwks_uri"] = $"{Issuer(http)}/keys",
    });

    private static IResult Choose(HttpContext http, World world, IOptions<SimulatorOptions> options)
    {
        if (SignInRequest.Read(http, options.Value, name => http.Request.Query[name]) is not { } request)
        {
            return Unknown(http);
        }

        var fields = string.Concat(Asked.Select(name =>
            $"""<input type="hidden" name="{name}" value="{HtmlPage.Encode((string?)http.Request.Query[name] ?? "")}">"""));
        var customers = string.Concat(world.InOrder().Select(account =>
            $"""<button name="account" value="{HtmlPage.Encode(account.Number)}">{HtmlPage.Encode(account.GivenName)}</button>"""));
        return HtmlPage.Show(
            http, "Sign in to Demo Energy",
            $"""<p>Who are you?</p><form method="post" action="{Authorize}">{fields}<div class="actions">{customers}</div></form>""",
            new Uri(request.RedirectUri), standsFor: "the supplier’s");
    }

    private static async Task<IResult> ChosenAsync(
        HttpContext http, World world, IdentityProvider provider, IOptions<SimulatorOptions> options)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (SignInRequest.Read(http, options.Value, name => form[name]) is not { } request
            || (string?)form["account"] is not { } account || !world.Exists(account))
        {
            return Unknown(http);
        }

        // Not Results.Redirect: its 302 lets a browser repeat the POST.
        http.Response.Headers.Location = QueryHelpers.AddQueryString(
            request.RedirectUri,
            new Dictionary<string, string?> { ["code"] = provider.Allow(request, account), ["state"] = request.State });
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IResult> TokenAsync(HttpContext http, IdentityProvider provider)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return provider.Redeem(Issuer(http), form["code"], form["redirect_uri"], form["code_verifier"]) is { } token
            ? Json(new() { ["id_token"] = token, ["access_token"] = "none", ["token_type"] = "Bearer" })
            : Json(new() { ["error"] = "invalid_grant" }, StatusCodes.Status400BadRequest);
    }

    private static string Issuer(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{Root}";

    private static IResult Json(JsonObject json, int status = StatusCodes.Status200OK) =>
        Results.Text(json.ToJsonString(), "application/json", statusCode: status);

    private static IResult Unknown(HttpContext http) => HtmlPage.Show(
        http, "This sign-in is not known", "<p>Please open the link from your chat once more.</p>",
        status: StatusCodes.Status400BadRequest);
}

using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Identity;

/// <summary>What an application asks the provider for, as it stands in the address (RFC 6749, 4.1.1; RFC 7636, 4.3).</summary>
internal sealed record SignInRequest(string RedirectUri, string State, string Nonce, string Challenge)
{
    public const string ClientId = "smartflexbot";

    private const string Return = "/account/signed-in";

    /// <returns>Null for what this provider does not give: it knows one application, which proves itself by PKCE.</returns>
    public static SignInRequest? Read(HttpContext http, SimulatorOptions options, Func<string, string?> word)
    {
        var known = new Uri(Links.BaseUri(http, options), Return).AbsoluteUri;
        return word("client_id") == ClientId && word("response_type") == "code" && word("code_challenge_method") == "S256"
            && word("redirect_uri") == known
            && (word("state"), word("nonce"), word("code_challenge")) is ({ } state, { } nonce, { } challenge)
                ? new(known, state, nonce, challenge)
                : null;
    }
}

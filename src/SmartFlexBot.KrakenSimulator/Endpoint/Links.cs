namespace SmartFlexBot.KrakenSimulator.Endpoint;

/// <summary>The addresses that the simulator hands out.</summary>
internal static class Links
{
    public const string AuthorizePath = "/simulator/provider/authorize";
    public const string TeslaKeyPath = "/simulator/tesla/key";
    public const string TenantReturnPath = "/simulator/tenant/return";

    public const string TermsPath = "/simulator/terms";

    public static Uri BaseUri(HttpContext http, SimulatorOptions options) =>
        options.PublicUrl ?? new UriBuilder(http.Request.Scheme, http.Request.Host.Host, http.Request.Host.Port ?? -1).Uri;

    public static Uri Redirect(Uri baseUri, SimulatorOptions options) =>
        options.TenantReturnPage ? new(baseUri, TenantReturnPath) : options.RedirectUri ?? new(baseUri, "/auth/return");

    public static Uri Authorize(Uri baseUri, SimulatorOptions options, string state)
    {
        var redirect = Uri.EscapeDataString(Redirect(baseUri, options).AbsoluteUri);
        return new(baseUri, $"{AuthorizePath}?response_type=code&client_id=kraken-simulator&redirect_uri={redirect}&state={state}");
    }

    public static Uri Terms(Uri baseUri, string productCode, string? version) =>
        new(baseUri, $"{TermsPath}/{Uri.EscapeDataString(productCode)}{(version is null ? "" : $"/{Uri.EscapeDataString(version)}")}");

    public static Uri TeslaKey(Uri baseUri, string? keyToken) =>
        new(baseUri, keyToken is null ? TeslaKeyPath : $"{TeslaKeyPath}?car={keyToken}");
}

using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>
/// How the bot proves itself to Entra: a client secret, a certificate, or the machine's managed identity (bot protocol C2).
/// </summary>
internal sealed class BotLogin(IOptions<BotConnectorOptions> options, IHttpClientFactory clients)
{
    public const string HttpClientName = "BotConnector login";

    private readonly Lazy<Func<bool, Task<AuthenticationResult>>> _request = new(() => For(options.Value, new Clients(clients)));

    /// <param name="afresh">Not what is kept from before.</param>
    /// <exception cref="MsalException">Entra refused, or is not there.</exception>
    public async Task<string> RequestAsync(bool afresh) => (await _request.Value(afresh)).AccessToken;

    private static Func<bool, Task<AuthenticationResult>> For(BotConnectorOptions options, Clients clients)
    {
        var cloud = ConnectorCloud.Of(options.Cloud);
        if (options.ManagedIdentity)
        {
            var identity = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(options.AppId))
                .WithHttpClientFactory(clients).Build();
            return afresh => identity.AcquireTokenForManagedIdentity(cloud.Resource).WithForceRefresh(afresh).ExecuteAsync();
        }

        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithAuthority(new Uri(cloud.Login, string.IsNullOrEmpty(options.TenantId) ? cloud.MultiTenant : options.TenantId).AbsoluteUri)
            // The host is one of two that we name: nobody has to be asked whether it is Entra's.
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(clients);
        var application = options.CertificatePath is { Length: > 0 } path
            ? builder.WithCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, options.CertificatePassword), sendX5C: true).Build()
            : builder.WithClientSecret(options.ClientSecret).Build();
        string[] scopes = [$"{cloud.Resource}/.default"];
        return afresh => application.AcquireTokenForClient(scopes).WithForceRefresh(afresh).ExecuteAsync();
    }

    private sealed class Clients(IHttpClientFactory clients) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => clients.CreateClient(HttpClientName);
    }
}

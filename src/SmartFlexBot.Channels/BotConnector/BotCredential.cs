using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>Whether the settings have what the bot proves itself with: one thing, and one that can be used.</summary>
internal static class BotCredential
{
    private const string Names = "BotConnector:ClientSecret, BotConnector:CertificatePath or BotConnector:ManagedIdentity (true)";

    /// <returns>A sentence for each thing to set otherwise.</returns>
    public static IEnumerable<string?> Failures(BotConnectorOptions options)
    {
        var hasCertificate = !string.IsNullOrEmpty(options.CertificatePath);
        bool[] set = [!string.IsNullOrEmpty(options.ClientSecret), hasCertificate, options.ManagedIdentity];
        yield return (options.HasAppId, set.Count(isSet => isSet)) switch
        {
            (true, 0) => $"BotConnector:AppId needs what the bot proves itself with. Set {Names}.",
            (_, > 1) => $"Set only one of {Names}.",
            (false, 1) => "BotConnector has a credential and no app id. Set BotConnector:AppId, or leave out the credential.",
            _ => null,
        };
        yield return options.TenantId?.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.') is false
            ? "BotConnector:TenantId must be the id or a domain of the Entra tenant, such as contoso.onmicrosoft.com."
            : null;
        yield return hasCertificate ? Certificate(options) : null;
    }

    private static string? Certificate(BotConnectorOptions options)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath!, options.CertificatePassword);
            return certificate.HasPrivateKey
                ? null
                : $"BotConnector:CertificatePath: {options.CertificatePath} has no private key. Export the .pfx with it.";
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"BotConnector:CertificatePath: {options.CertificatePath} cannot be opened as a .pfx. Check path and "
                + "BotConnector:CertificatePassword.";
        }
    }
}

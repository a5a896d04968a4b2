using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Conversations.Store.Keys;

internal sealed class KeyRingOptionsValidator : IValidateOptions<KeyRingOptions>
{
    public ValidateOptionsResult Validate(string? name, KeyRingOptions options) => options switch
    {
        { KeyFile.Length: > 0, CertificatePath.Length: > 0 } =>
            ValidateOptionsResult.Fail("KeyRing:KeyFile and KeyRing:CertificatePath are both set. Set one of them."),
        { KeyFile: { Length: > 0 } path } => Try(path, "KeyRing:KeyFile", () => KeyRingSecrets.ReadKeyFile(path)),
        { CertificatePath: { Length: > 0 } path } => Try(
            path, "KeyRing:CertificatePath", () => KeyRingSecrets.ReadCertificate(path, options.CertificatePassword).Dispose()),
        _ => ValidateOptionsResult.Success,
    };

    private static ValidateOptionsResult Try(string path, string setting, Action read)
    {
        try
        {
            read();
            return ValidateOptionsResult.Success;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return ValidateOptionsResult.Fail($"{setting}: {path} cannot be used: {exception.Message}");
        }
    }
}

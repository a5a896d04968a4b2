using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SmartFlexBot.Conversations.Store.Keys;

/// <summary>Reads what locks the key ring.</summary>
internal static class KeyRingSecrets
{
    private const int LeastBytes = 32;

    /// <exception cref="CryptographicException">It is no such file; the message says what one is.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] ReadKeyFile(string path)
    {
        var text = File.ReadAllText(path).Trim();
        var secret = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Convert.TryFromBase64String(text, secret, out var length) && length >= LeastBytes
            ? secret[..length]
            : throw new CryptographicException("it has to hold 32 random bytes or more as base64, such as openssl rand -base64 32 writes.");
    }

    /// <exception cref="CryptographicException">It cannot be opened, or has no RSA key of its own.</exception>
    public static RSA ReadCertificate(string path, string? password)
    {
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
        return certificate.GetRSAPrivateKey() ?? throw new CryptographicException("it has no private RSA key.");
    }

    public static byte[] ToKey(byte[] secret) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.UTF8.GetBytes("SmartFlexBot key ring"));
}

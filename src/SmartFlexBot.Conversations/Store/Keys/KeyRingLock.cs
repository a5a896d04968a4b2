using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Conversations.Store.Keys;

/// <summary>
/// Locks keys with what is outside the database: AES-256-GCM under the key file's key, or under one of their own that is encrypted for the
/// certificate (RSA-OAEP).
/// </summary>
internal sealed class KeyRingLock(IOptions<KeyRingOptions> options)
{
    private const string ByFile = "file:";
    private const string ByCertificate = "certificate:";
    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly KeyRingOptions _settings = options.Value;

    public bool IsSet => _settings is { KeyFile.Length: > 0 } or { CertificatePath.Length: > 0 };

    public static bool IsLocked(string text) =>
        text.StartsWith(ByFile, StringComparison.Ordinal) || text.StartsWith(ByCertificate, StringComparison.Ordinal);

    public string Lock(string xml)
    {
        if (_settings.KeyFile is { Length: > 0 } file)
        {
            return ByFile + Convert.ToBase64String(Encrypt(xml, KeyRingSecrets.ToKey(KeyRingSecrets.ReadKeyFile(file))));
        }

        using var certificate = KeyRingSecrets.ReadCertificate(_settings.CertificatePath!, _settings.CertificatePassword);
        var key = RandomNumberGenerator.GetBytes(KeySize);
        var wrapped = certificate.Encrypt(key, RSAEncryptionPadding.OaepSHA256);
        return $"{ByCertificate}{Convert.ToBase64String(wrapped)}:{Convert.ToBase64String(Encrypt(xml, key))}";
    }

    /// <exception cref="CryptographicException">It was locked by something else than the settings name, or is damaged.</exception>
    /// <exception cref="FormatException">It is damaged.</exception>
    public string Unlock(string text)
    {
        if (text.StartsWith(ByFile, StringComparison.Ordinal))
        {
            return _settings.KeyFile is { Length: > 0 } file
                ? Decrypt(Convert.FromBase64String(text[ByFile.Length..]), KeyRingSecrets.ToKey(KeyRingSecrets.ReadKeyFile(file)))
                : throw new CryptographicException("It was locked by a key file, and KeyRing:KeyFile is not set.");
        }

        if (_settings.CertificatePath is not { Length: > 0 } path)
        {
            throw new CryptographicException("It was locked by a certificate, and KeyRing:CertificatePath is not set.");
        }

        if (text[ByCertificate.Length..].Split(':') is not [var wrapped, var locked])
        {
            throw new FormatException("A locked key has two parts.");
        }

        using var certificate = KeyRingSecrets.ReadCertificate(path, _settings.CertificatePassword);
        var key = certificate.Decrypt(Convert.FromBase64String(wrapped), RSAEncryptionPadding.OaepSHA256);
        return Decrypt(Convert.FromBase64String(locked), key);
    }

    private static byte[] Encrypt(string xml, byte[] key)
    {
        var plain = Encoding.UTF8.GetBytes(xml);
        var whole = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(whole.AsSpan(0, NonceSize), plain, whole.AsSpan(NonceSize, plain.Length), whole.AsSpan(NonceSize + plain.Length));
        return whole;
    }

    private static string Decrypt(byte[] whole, byte[] key)
    {
        if (whole.Length < NonceSize + TagSize)
        {
            throw new CryptographicException("A locked key is longer.");
        }

        var plain = new byte[whole.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(whole.AsSpan(0, NonceSize), whole.AsSpan(NonceSize, plain.Length), whole.AsSpan(^TagSize..), plain);
        return Encoding.UTF8.GetString(plain);
    }
}

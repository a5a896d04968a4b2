using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using SmartFlexBot.Conversations.Store.Keys;

namespace SmartFlexBot.Conversations.Store.Sealing;

/// <summary>
/// The secret that all keys for rows are derived from (HKDF, RFC 5869). It is made once for each database and kept there, wrapped by data
/// protection, whose own keys change with time while this one stays.
/// </summary>
internal sealed class DataKey(IKeyStore keys, IDataProtectionProvider protection)
{
    private const int Size = 32;

    private readonly IDataProtector _wrap = protection.CreateProtector("SmartFlexBot.Conversations", "data key");
    private byte[]? _secret;

    /// <summary>Unwraps it, or makes it. Before the writer starts: keeping one later needs the database too.</summary>
    /// <exception cref="StoreRefusedException">The keys that wrap it are not there any more.</exception>
    public void MakeReady()
    {
        if (keys.FindDataKey() is { } wrapped)
        {
            _secret = Unwrap(wrapped);
        }
        else if (keys.ReadRing().Count == 0 && keys.HasConversations())
        {
            throw Refusal(cause: null);
        }
        else
        {
            _secret = RandomNumberGenerator.GetBytes(Size);
            keys.KeepDataKey(Convert.ToBase64String(_wrap.Protect(_secret)));
        }
    }

    /// <param name="purpose">What the derived key is for; another purpose gives another key.</param>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        _secret ?? throw new InvalidOperationException("The data key is made ready before it is used."),
        Size,
        info: Encoding.UTF8.GetBytes(purpose));

    private byte[] Unwrap(string wrapped)
    {
        try
        {
            return _wrap.Unprotect(Convert.FromBase64String(wrapped));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            throw Refusal(exception);
        }
    }

    private static StoreRefusedException Refusal(Exception? cause) => new(
        "What is in the database does not open: its keys are missing or locked. Set KeyRing:KeyFile or KeyRing:CertificatePath to "
        + "what locked them, restore the table key_ring from a backup, or set Store:Path to a new file.",
        cause);
}

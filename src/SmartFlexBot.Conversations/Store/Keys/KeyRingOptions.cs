namespace SmartFlexBot.Conversations.Store.Keys;

/// <summary>Settings section "KeyRing": what locks the database's keys and is not in the database itself.</summary>
public sealed class KeyRingOptions
{
    public const string Section = "KeyRing";

    /// <summary>A file with 32 random bytes or more as base64, such as <c>openssl rand -base64 32</c> writes.</summary>
    public string? KeyFile { get; set; }

    /// <summary>A PKCS #12 file (.pfx) with an RSA key, in the place of <see cref="KeyFile"/>.</summary>
    public string? CertificatePath { get; set; }

    public string? CertificatePassword { get; set; }
}

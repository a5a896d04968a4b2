using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace SmartFlexBot.Conversations.Store.Sealing;

/// <summary>
/// AES-256-GCM for one value of one row (NIST SP 800-38D). The row's identity is authenticated with it: a value that was moved to another
/// row or column does not open. Sealed as base64 of version (1), period (2), nonce (12), ciphertext, tag (16).
/// </summary>
/// <remarks>
/// Nonces are random, so a key must not seal more than 2^32 values: each period of 30 days has a key of its own, 1,600 values a second.
/// </remarks>
internal sealed class RowCipher(DataKey dataKey, TimeProvider time) : IDisposable
{
    private const byte Version = 1;
    private const int NonceStart = 3;
    private const int NonceSize = 12;
    private const int ContentStart = NonceStart + NonceSize;
    private const int TagSize = 16;
    private const int Envelope = ContentStart + TagSize;
    private const int SmallIdentity = 512;
    private static readonly TimeSpan Period = TimeSpan.FromDays(30);

    private readonly ConcurrentDictionary<ushort, PeriodKey> _keys = [];

    /// <summary>How many characters so many bytes have at most when they are sealed.</summary>
    public static long LongestSealed(long bytes) => (Envelope + bytes + 2) / 3 * 4;

    public string Seal(string text, string identity)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var rented = ArrayPool<byte>.Shared.Rent(Envelope + length);
        try
        {
            var whole = rented.AsSpan(0, Envelope + length);
            var period = (ushort)(time.GetUtcNow().ToUnixTimeSeconds() / (long)Period.TotalSeconds);
            whole[0] = Version;
            BinaryPrimitives.WriteUInt16LittleEndian(whole[1..], period);
            var nonce = whole.Slice(NonceStart, NonceSize);
            RandomNumberGenerator.Fill(nonce);
            var content = whole.Slice(ContentStart, length);
            Encoding.UTF8.GetBytes(text, content);
            using var key = KeyOf(period).Borrow();
            key.Aes.Encrypt(nonce, content, content, whole[^TagSize..], Utf8(identity, stackalloc byte[SmallIdentity]));
            return Convert.ToBase64String(whole);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    /// <returns>Null when it was not sealed for this row, or is damaged.</returns>
    public string? Open(string value, string identity)
    {
        var rented = ArrayPool<byte>.Shared.Rent((value.Length / 4 * 3) + 3);
        try
        {
            if (!Convert.TryFromBase64String(value, rented, out var length) || length < Envelope || rented[0] != Version)
            {
                return null;
            }

            var whole = rented.AsSpan(0, length);
            var content = whole[ContentStart..^TagSize];
            using var key = KeyOf(BinaryPrimitives.ReadUInt16LittleEndian(whole[1..])).Borrow();
            var identified = Utf8(identity, stackalloc byte[SmallIdentity]);
            key.Aes.Decrypt(whole.Slice(NonceStart, NonceSize), content, whole[^TagSize..], content, identified);
            return Encoding.UTF8.GetString(content);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }

    private PeriodKey KeyOf(ushort period) =>
        _keys.GetOrAdd(period, static (period, dataKey) => new(dataKey.Derive($"rows/{period}")), dataKey);

    private static ReadOnlySpan<byte> Utf8(string text, Span<byte> small) =>
        Encoding.UTF8.TryGetBytes(text, small, out var length) ? small[..length] : Encoding.UTF8.GetBytes(text);
}

/// <summary>
/// One period's key, expanded once for each thread that works at the same time: an expanded key is no two threads' at once.
/// </summary>
internal sealed class PeriodKey(byte[] key) : IDisposable
{
    private readonly ConcurrentBag<AesGcm> _idle = [];

    public Borrowed Borrow() => new(this, _idle.TryTake(out var aes) ? aes : new AesGcm(key, tagSizeInBytes: 16));

    public void Dispose()
    {
        while (_idle.TryTake(out var aes))
        {
            aes.Dispose();
        }
    }

    internal readonly ref struct Borrowed(PeriodKey owner, AesGcm aes)
    {
        public AesGcm Aes => aes;

        public void Dispose() => owner._idle.Add(aes);
    }
}

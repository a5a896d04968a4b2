using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Conversations.Store.Keys;
using SmartFlexBot.Conversations.Store.Sealing;

namespace SmartFlexBot.Tests.Conversations.Store.Sealing;

/// <summary>A sealed value opens where it belongs, and nowhere else.</summary>
public sealed class RowCipherTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly Keys _keys = new();

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("Größe: 7 kW, \ud83d\ude97")]
    public void It_opens_in_its_own_row(string text)
    {
        var sealedText = Cipher().Seal(text, "log.activity\n1\nc1");

        Cipher().Open(sealedText, "log.activity\n1\nc1").ShouldBe(text);
        Cipher().Open(sealedText, "log.activity\n2\nc1").ShouldBeNull();
    }

    [Fact]
    public void Long_texts_and_long_identities_open_too()
    {
        var (text, identity) = (new string('x', 300_000), new string('i', 2_000));

        Cipher().Open(Cipher().Seal(text, identity), identity).ShouldBe(text);
    }

    [Fact]
    public void The_same_text_never_looks_the_same() =>
        Enumerable.Range(0, 100).Select(_ => Cipher().Seal("yes", "row")).Distinct().Count().ShouldBe(100);

    [Fact]
    public void Each_bit_of_it_counts()
    {
        var whole = Convert.FromBase64String(Cipher().Seal("yes", "row"));
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var changed = whole.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Cipher().Open(Convert.ToBase64String(changed), "row").ShouldBeNull($"bit {bit}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("rubbish")]
    [InlineData("AQAA")]
    public void What_was_never_sealed_does_not_open(string value) => Cipher().Open(value, "row").ShouldBeNull();

    [Fact]
    public void What_was_sealed_years_ago_still_opens()
    {
        var old = Cipher().Seal("yes", "row");
        _clock.Advance(TimeSpan.FromDays(3000));

        Cipher().Open(old, "row").ShouldBe("yes");
    }

    [Fact]
    public void Another_databases_key_opens_nothing()
    {
        var value = Cipher().Seal("yes", "row");
        var other = new DataKey(new Keys(), new EphemeralDataProtectionProvider());
        other.MakeReady();

        new RowCipher(other, _clock).Open(value, "row").ShouldBeNull();
    }

    [Theory]
    [InlineData("no base64!")]
    [InlineData("AQAA")]
    public void A_data_key_that_does_not_open_stops_the_start(string wrapped)
    {
        _keys.KeepDataKey(wrapped);

        Should.Throw<StoreRefusedException>(() => Key()).Message.ShouldContain("Set KeyRing:KeyFile");
    }

    [Fact]
    public void The_same_key_has_the_same_hash_after_a_restart_and_another_in_another_column()
    {
        var hash = new RowNames(Key()).Of("commands.key", "A-7E51A001/4");

        new RowNames(Key()).Of("commands.key", "A-7E51A001/4").ShouldBe(hash);
        new RowNames(Key()).Of("watches.key", "A-7E51A001/4").ShouldNotBe(hash);
        new RowNames(Key()).Of("commands.key", "A-7E51A001/5").ShouldNotBe(hash);
        Encoding.UTF8.GetByteCount(hash).ShouldBe(24);
    }

    private RowCipher Cipher() => new(Key(), _clock);

    /// <summary>As each start finds it.</summary>
    private DataKey Key()
    {
        var key = new DataKey(_keys, _keys.Protection);
        key.MakeReady();
        return key;
    }

    /// <summary>A store that keeps the data key alone.</summary>
    private sealed class Keys : IKeyStore
    {
        public bool HasConversations() => false;

        private string? _dataKey;

        public EphemeralDataProtectionProvider Protection { get; } = new();

        public IReadOnlyList<StoredKey> ReadRing() => [];

        public void AddToRing(string name, string text) => throw new NotSupportedException();

        public void ReplaceInRing(long id, string text) => throw new NotSupportedException();

        public string? FindDataKey() => _dataKey;

        public void KeepDataKey(string wrapped) => _dataKey = wrapped;
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Conversations.Store.Keys;

namespace SmartFlexBot.Tests.Conversations.Store.Keys;

/// <summary>With a key file or a certificate, the database alone opens nothing.</summary>
public sealed class KeyRingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("keys").FullName;

    private string Path => System.IO.Path.Combine(_folder, "bot.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("file")]
    [InlineData("certificate")]
    public async Task The_keys_are_locked_and_open_again(string by)
    {
        var settings = Settings(by);
        await SayAsync(settings, "hello");

        StoreFiles.Contain(Path, "<masterKey").ShouldBeFalse();
        (await SayAsync(settings, "again")).ShouldBe(["user: hello", "bot: You said hello", "user: again", "bot: You said again"]);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("certificate")]
    public async Task Keys_that_were_kept_open_before_are_locked_when_the_setting_comes(string by)
    {
        await SayAsync(_ => { }, "hello");
        StoreFiles.Contain(Path, "<masterKey").ShouldBeTrue("else this test looks in the wrong place");

        (await SayAsync(Settings(by), "again"))[..2].ShouldBe(["user: hello", "bot: You said hello"]);

        StoreFiles.Contain(Path, "<masterKey").ShouldBeFalse();
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("another file")]
    [InlineData("certificate")]
    public async Task Without_what_locked_them_the_start_ends_with_a_sentence(string by)
    {
        await SayAsync(Settings("file"), "hello");

        (await Should.ThrowAsync<StoreRefusedException>(() => SayAsync(Settings(by), "again")))
            .Message.ShouldContain("Set KeyRing:KeyFile or KeyRing:CertificatePath to what locked them");
    }

    [Fact]
    public async Task In_production_an_open_key_ring_is_warned_of()
    {
        await using var open = await ConversationsHost.StartAsync(Bots.Echo, path: Path);

        open.Log.Entries.ShouldContain(
            entry => entry.Message.Contains("The keys of the database lie open in it", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("short", "32 random bytes")]
    [InlineData("not base64!!", "32 random bytes")]
    public void A_key_file_that_is_none_is_refused_by_its_settings_name(string content, string sentence)
    {
        var file = System.IO.Path.Combine(_folder, "bad.key");
        File.WriteAllText(file, content);

        var refusal = new KeyRingOptionsValidator().Validate(null, new() { KeyFile = file });

        refusal.FailureMessage!.ShouldStartWith($"KeyRing:KeyFile: {file} cannot be used");
        refusal.FailureMessage.ShouldContain(sentence);
    }

    [Fact]
    public void A_file_that_is_not_there_and_two_locks_are_refused()
    {
        var validator = new KeyRingOptionsValidator();

        validator.Validate(null, new() { CertificatePath = "/nowhere.pfx" }).FailureMessage!.ShouldContain("KeyRing:CertificatePath");
        validator.Validate(null, new() { KeyFile = "a", CertificatePath = "b" }).FailureMessage!.ShouldContain("Set one of them.");
        validator.Validate(null, new()).ShouldBe(ValidateOptionsResult.Success);
    }

    private async Task<string[]> SayAsync(Action<KeyRingOptions> settings, string text)
    {
        await using var host = await ConversationsHost.StartAsync(
            Bots.Echo, services => services.AddOptions<KeyRingOptions>().Configure(settings), Path);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, text);
        return await host.TranscriptAsync(conversation);
    }

    private Action<KeyRingOptions> Settings(string by) => by switch
    {
        "certificate" => options => (options.CertificatePath, options.CertificatePassword) = (Certificate(), "pass"),
        "nothing" => _ => { }
        ,
        _ => options => options.KeyFile = KeyFile($"{by}.key"),
    };

    private string KeyFile(string name)
    {
        var file = System.IO.Path.Combine(_folder, name);
        if (!File.Exists(file))
        {
            File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) + "\n");
        }

        return file;
    }

    private string Certificate()
    {
        var file = System.IO.Path.Combine(_folder, "ring.pfx");
        if (!File.Exists(file))
        {
            using var rsa = RSA.Create(2048);
            var request = new CertificateRequest("CN=ring", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var certificate = request.CreateSelfSigned(from, from.AddYears(30));
            File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, "pass"));
        }

        return file;
    }
}

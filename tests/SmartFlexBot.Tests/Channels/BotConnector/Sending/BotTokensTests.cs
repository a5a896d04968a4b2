using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using SmartFlexBot.Channels.BotConnector;
using SmartFlexBot.Channels.BotConnector.Sending;

namespace SmartFlexBot.Tests.Channels.BotConnector.Sending;

/// <summary>Bot protocol C2: how the bot gets its own token.</summary>
public sealed class BotTokensTests
{
    private const string AppId = "0d5c4d3e-6a51-4a9a-8a6e-2c1b6b7f0a11";
    private const string Tenant = "11111111-2222-3333-4444-555555555555";
    private const string Secret = "a-secret-of-the-tests";

    private readonly FakeEntra _entra = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BotCloud.Public, Tenant, $"https://login.microsoftonline.com/{Tenant}/oauth2/v2.0/token",
        "https://api.botframework.com/.default")]
    [InlineData(BotCloud.Public, "", "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token",
        "https://api.botframework.com/.default")]
    [InlineData(BotCloud.Government, null, "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us/oauth2/v2.0/token",
        "https://api.botframework.us/.default")]
    public async Task With_a_secret_it_asks_its_tenant(BotCloud cloud, string? tenant, string address, string scope)
    {
        (await Tokens(new() { Cloud = cloud, TenantId = tenant, ClientSecret = Secret }).GetAsync(Stop)).ShouldBe("token-1");

        var (asked, fields) = _entra.Requests.ShouldHaveSingleItem();
        asked.ShouldBe(address, StringCompareShould.IgnoreCase);
        (fields["grant_type"], fields["client_id"], fields["client_secret"]).ShouldBe(("client_credentials", AppId, Secret));
        fields["scope"].Split(' ').ShouldContain(scope);
    }

    [Fact]
    public async Task With_a_certificate_it_signs_who_it_is()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var path = Path.Combine(Directory.CreateTempSubdirectory("bot").FullName, "bot.pfx");
        await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pfx, "word"), Stop);

        await Tokens(new() { TenantId = Tenant, CertificatePath = path, CertificatePassword = "word" }).GetAsync(Stop);

        var (_, fields) = _entra.Requests.ShouldHaveSingleItem();
        fields["client_assertion_type"].ShouldBe("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        var assertion = new JsonWebToken(fields["client_assertion"]);
        (assertion.Issuer, assertion.Audiences.Single()).ShouldBe((AppId, $"https://login.microsoftonline.com/{Tenant}/oauth2/v2.0/token"));
        assertion.GetHeaderValue<string[]>("x5c").ShouldBe([Convert.ToBase64String(certificate.RawData)]);
    }

    [Fact]
    public async Task With_a_managed_identity_it_asks_the_machine()
    {
        (await Tokens(new() { ManagedIdentity = true }).GetAsync(Stop)).ShouldBe("token-1");

        var (asked, fields) = _entra.Requests.Last();
        asked.ShouldBe("http://169.254.169.254/metadata/identity/oauth2/token");
        (fields["client_id"], fields["resource"]).ShouldBe((AppId, "https://api.botframework.com"));
    }

    [Fact]
    public async Task Many_who_ask_at_once_wait_for_one_request_and_those_after_them_make_none()
    {
        var tokens = Tokens(new() { ClientSecret = Secret });
        var slow = new TaskCompletionSource();
        _entra.Slowness = slow.Task;
        var callers = Enumerable.Range(0, 50).Select(_ => tokens.GetAsync(Stop)).ToList();

        slow.SetResult();

        (await Task.WhenAll(callers)).ShouldAllBe(token => token == "token-1");
        (await tokens.GetAsync(Stop)).ShouldBe("token-1");
        _entra.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_was_refused_is_replaced_once_for_all_whom_that_happens_to()
    {
        var tokens = Tokens(new() { ClientSecret = Secret });
        var refused = await tokens.GetAsync(Stop);

        var replaced = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tokens.ReplaceAsync(refused, Stop)));

        replaced.ShouldAllBe(token => token == "token-2");
        (await tokens.ReplaceAsync(refused, Stop)).ShouldBe("token-2");
        (await tokens.GetAsync(Stop)).ShouldBe("token-2");
        _entra.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Why_there_is_none_is_told_in_one_word_and_the_next_one_asks_again()
    {
        var tokens = Tokens(new() { ClientSecret = Secret });
        _entra.Refusal = (HttpStatusCode.Unauthorized, """{"error":"invalid_client","error_description":"AADSTS7000215: a-secret"}""");

        (await Should.ThrowAsync<NoTokenException>(() => tokens.GetAsync(Stop))).Message.ShouldBe("The bot got no token (invalid_client).");

        _entra.Refusal = null;
        (await tokens.GetAsync(Stop)).ShouldBe("token-1");
    }

    private BotTokens Tokens(BotConnectorOptions options)
    {
        options.AppId = AppId;
        var services = new ServiceCollection()
            .AddHttpClient(BotLogin.HttpClientName).AddHttpMessageHandler(_entra.Handler).Services.BuildServiceProvider();
        var login = new BotLogin(Options.Create(options), services.GetRequiredService<IHttpClientFactory>());
        return new(login, NullLogger<BotTokens>.Instance);
    }
}

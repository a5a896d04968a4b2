using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SmartFlexBot.Tests.Channels.BotConnector.Callers;

namespace SmartFlexBot.Tests.Channels.BotConnector.Sdk;

/// <summary>
/// The Bot Framework SDK judges the same tokens: it lets in whom we let in, and whom we refuse it refuses too, but for what is named here.
/// </summary>
public sealed class SdkVerdictTests
{
    private const string Metadata = FakeIssuer.Metadata;

    /// <summary>Where we are stricter: the SDK finds a key by itself, skips what it does not know, takes the first of several.</summary>
    private static readonly string[] LetInByTheSdk =
    [
        "no key id", "an extension to be known", "a claim twice", "two serviceurls",
        "a tenant's id in a channel's token, and who asked for it",
    ];

    private static readonly BotFrameworkAuthentication Sdk = Create();

    public static TheoryData<string> Kinds => ChannelTokensTests.Kinds;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_channels_token_is_believed() =>
        (await IsLetInAsync($"Bearer {Draft().SignedBy(Admission.TeamsKey)}")).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_we_refuse_it_refuses_too(string attack) =>
        (await IsLetInAsync($"Bearer {ChannelTokensTests.Attack(attack, Draft())}")).ShouldBe(LetInByTheSdk.Contains(attack));

    private static TokenDraft Draft() => TokenDraft.OfChannel(Admission.TeamsKey, Now);

    private static async Task<bool> IsLetInAsync(string authorization)
    {
        var activity = new Microsoft.Bot.Schema.Activity { ChannelId = "msteams", ServiceUrl = TokenDraft.ServiceUrl };
        try
        {
            await Sdk.AuthenticateRequestAsync(activity, authorization, TestContext.Current.CancellationToken);
            return true;
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException)
        {
            // It refuses with whatever the library below it throws.
            return false;
        }
    }

    private static BotFrameworkAuthentication Create()
    {
        var issuer = new FakeIssuer();
        issuer.Published.Add(Admission.TeamsKey.Publish());

        // The first client for an address is the one that the SDK fetches its keys with from then on.
        _ = new JwtTokenExtractor(new HttpClient(issuer.Handler()), new(), Metadata, AuthenticationConstants.AllowedSigningAlgorithms);
        var clients = new ServiceCollection().AddHttpClient().BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
        return BotFrameworkAuthenticationFactory.Create(
            channelService: null,
            validateAuthority: true,
            toChannelFromBotLoginUrl: "https://login.microsoftonline.com/botframework.com",
            toChannelFromBotOAuthScope: "https://api.botframework.com",
            toBotFromChannelTokenIssuer: "https://api.botframework.com",
            oAuthUrl: null,
            toBotFromChannelOpenIdMetadataUrl: Metadata,
            toBotFromEmulatorOpenIdMetadataUrl: null,
            callerId: null,
            new PasswordServiceClientCredentialFactory(
                TokenDraft.AppId, "a-secret-of-the-tests", tenantId: null, new HttpClient(), NullLogger.Instance),
            new AuthenticationConfiguration(),
            clients,
            NullLogger.Instance);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.Channels.BotConnector;
using SmartFlexBot.Channels.BotConnector.Callers;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Tests.Channels.BotConnector.Callers;

/// <summary>The check of a caller's token, over an issuer that publishes one key of Teams, on a clock of its own.</summary>
internal sealed class Admission : IDisposable
{
    public static readonly IssuerKey TeamsKey = new("teams-1", "msteams", "webchat");
    public static readonly IssuerKey UnpublishedKey = new("teams-2", "msteams");

    private readonly ServiceProvider _services;
    private readonly ChannelTokens _tokens;

    public Admission(BotCloud cloud = BotCloud.Public)
    {
        Issuer.Published.Add(TeamsKey.Publish());
        _services = new ServiceCollection()
            .AddHttpClient(KeySource.HttpClientName).AddHttpMessageHandler(Issuer.Handler).Services.BuildServiceProvider();
        var options = Options.Create(new BotConnectorOptions { AppId = TokenDraft.AppId, Cloud = cloud });
        var source = new KeySource(_services.GetRequiredService<IHttpClientFactory>(), options);
        Keys = new(source, Time, NullLogger<ChannelKeys>.Instance);
        _tokens = new(Keys, options, Time);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public FakeIssuer Issuer { get; } = new();

    public ChannelKeys Keys { get; }

    public TokenDraft Draft => TokenDraft.OfChannel(TeamsKey, Time.GetUtcNow());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <returns>200, 401 or 503.</returns>
    public async Task<int> StatusOfAsync(string authorization)
    {
        try
        {
            (await _tokens.ReadAsync(authorization, Stop)).ServiceUrl.ShouldBe(TokenDraft.ServiceUrl);
            return 200;
        }
        catch (RequestRefusedException refused)
        {
            return refused.Status;
        }
        catch (KeysUnavailableException)
        {
            return 503;
        }
    }

    public Task<int> StatusOfAsync(TokenDraft draft, IssuerKey? key = null) =>
        StatusOfAsync($"Bearer {draft.SignedBy(key ?? TeamsKey)}");

    public void Dispose() => _services.Dispose();
}

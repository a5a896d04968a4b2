using Microsoft.Extensions.DependencyInjection;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>The HttpClients that go out for channels.</summary>
internal static class ConnectorClients
{
    private const int LongestAnswer = 1024 * 1024;

    public static IHttpClientBuilder Add(IServiceCollection services, string name, TimeSpan timeout) =>
        services.AddHttpClient(name, client =>
        {
            client.Timeout = timeout;
            client.MaxResponseContentBufferSize = LongestAnswer;
        }).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            // A redirect would carry a customer's words, or the bot's token, to an address that nobody checked.
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
        });
}

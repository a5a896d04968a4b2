using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.BotConnector;
using SmartFlexBot.Channels.BotConnector.Sending;

namespace SmartFlexBot.Tests.Channels.BotConnector.Sending;

/// <summary>The sender of one channel, put together as the host does, over a log and a clock of the test.</summary>
internal static class Outbound
{
    /// <param name="detours">What stands in the place of the network for an HttpClient of this name.</param>
    public static ConnectorOutbound Of(
        string channelId,
        BotConnectorOptions settings,
        IConversationLog log,
        TimeProvider time,
        TimeSpan patience,
        params (string Client, Func<DelegatingHandler> Handler)[] detours)
    {
        var services = new ServiceCollection();
        ConnectorClients.Add(services, ConnectorPosts.HttpClientName, patience);
        foreach (var (client, handler) in detours)
        {
            services.AddHttpClient(client).AddHttpMessageHandler(handler);
        }

        var clients = services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
        var options = Options.Create(settings);
        var tokens = new BotTokens(new(options, clients), NullLogger<BotTokens>.Instance);
        var posts = new ConnectorPosts(clients, tokens, options, time);
        return new(
            channelId,
            ConnectorChannels.All[channelId],
            new ConversationPlaces(log, new ServiceUrls(options)),
            posts,
            new NewConversation(posts),
            new TeamsPace(time),
            time);
    }
}

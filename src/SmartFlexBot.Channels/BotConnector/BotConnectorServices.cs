using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.BotConnector.Callers;
using SmartFlexBot.Channels.BotConnector.Invokes;
using SmartFlexBot.Channels.BotConnector.Sending;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>
/// Registers the channels that speak the Bot Framework protocol. They need an <see cref="IConversationInbox"/>, an
/// <see cref="IConversationTurns"/> and an <see cref="IConversationLog"/>.
/// </summary>
public static class BotConnectorServices
{
    public static IServiceCollection AddBotConnector(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BotConnectorOptions>().Bind(configuration.GetSection(BotConnectorOptions.SectionName)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotConnectorOptions>, BotConnectorOptionsValidator>();
        services.AddQuotas(configuration);
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton<DevelopmentAccess>();
        services.AddSingleton<ServiceUrls>();
        services.AddSingleton<KeySource>();
        services.AddSingleton<ChannelKeys>();
        services.AddSingleton<ChannelTokens>();
        services.AddSingleton<ConnectorAccess>();
        services.AddSingleton<BotLogin>();
        services.AddSingleton<BotTokens>();
        services.AddSingleton<ConversationPlaces>();
        services.AddSingleton<ConnectorPosts>();
        services.AddSingleton<NewConversation>();
        services.AddSingleton<TeamsPace>();
        services.AddSingleton<RecentCallers>();
        services.AddSingleton<InvokeAnswers>();
        services.AddSingleton<CardPresses>();
        services.AddSingleton<OfferedFiles>();
        services.AddSingleton<ConversationQuota>();
        services.AddSingleton<ConnectorActivities>();
        services.AddSingleton<MessagesEndpoint>();
        services.TryAddSingleton<ErrorFilter>();

        ConnectorClients.Add(services, ConnectorPosts.HttpClientName, TimeSpan.FromSeconds(15));
        ConnectorClients.Add(services, BotLogin.HttpClientName, TimeSpan.FromSeconds(10));
        ConnectorClients.Add(services, KeySource.HttpClientName, TimeSpan.FromSeconds(5));
        foreach (var (channelId, capabilities) in ConnectorChannels.All)
        {
            services.AddSingleton<IOutboundChannel>(provider =>
                ActivatorUtilities.CreateInstance<ConnectorOutbound>(provider, channelId, capabilities));
        }

        foreach (var channelId in new[] { ConnectorChannels.Teams, ConnectorChannels.WebChat })
        {
            services.AddSingleton<ITypingNotifier>(provider => ActivatorUtilities.CreateInstance<ConnectorTyping>(provider, channelId));
        }

        return services;
    }
}

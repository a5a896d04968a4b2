using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine.Reading;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>Registers our Direct Line server. It needs an <see cref="IConversationInbox"/> and an <see cref="IConversationLog"/>.</summary>
public static class DirectLineServices
{
    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DirectLineOptions>().Bind(configuration.GetSection(DirectLineOptions.SectionName)).ValidateOnStart();
        services.AddSingleton<DirectLineOptionsValidator>();
        services.AddSingleton<IPostConfigureOptions<DirectLineOptions>>(
            provider => provider.GetRequiredService<DirectLineOptionsValidator>());
        services.AddSingleton<IValidateOptions<DirectLineOptions>>(provider => provider.GetRequiredService<DirectLineOptionsValidator>());

        services.AddOptions<MemoryOptions>()
            .Bind(configuration.GetSection(MemoryOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<MemoryOptions>, MemoryOptionsOrder>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddQuotas(configuration);
        services.AddCors();
        // At Information this category writes each request's address with its query, and a stream's holds a token.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));

        services.AddSingleton<DirectLineKeys>();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<DirectLineAuthentication>();
        services.AddSingleton<BrowserCookie>();
        services.AddSingleton<IDirectLineBrowsers>(provider => provider.GetRequiredService<BrowserCookie>());
        services.AddSingleton<UsedStreamTokens>();
        services.TryAddSingleton(new ClientEvents([]));
        services.TryAddSingleton<IInboundFiles, NoInboundFiles>();
        services.TryAddSingleton<IInboundTyping, NoInboundTyping>();
        services.AddSingleton<InboundActivities>();
        services.AddSingleton<DirectLineSessions>();
        services.AddSingleton<IDirectLineSessions>(provider => provider.GetRequiredService<DirectLineSessions>());
        services.AddSingleton<SharedPages>();
        services.AddSingleton<ClientBytes>();
        services.AddSingleton<StreamConnection.Services>();
        services.AddSingleton<PostAdmission>();
        services.AddSingleton<DirectLineQuotas>();
        services.AddSingleton<DirectLineStreams>();
        services.AddSingleton<ITypingNotifier>(provider => provider.GetRequiredService<DirectLineStreams>());
        services.AddSingleton<IOutboundChannel, DirectLineOutbound>();

        services.AddSingleton<DirectLineCors>();
        services.TryAddSingleton<ErrorFilter>();
        services.AddSingleton<TokenEndpoints>();
        services.AddSingleton<ConversationEndpoints>();
        services.AddSingleton<ActivityEndpoints>();
        services.AddSingleton<StreamEndpoint>();
        services.AddSingleton<UploadEndpoint>();
        services.AddSingleton<SessionEndpoint>();
        return services;
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Desk.Hubs.Chatwoot;
using SmartFlexBot.Desk.Hubs.Genesys;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk.Hubs;

public static class HubServices
{
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);
    private const int LongestAnswer = 4 * 1024 * 1024;

    /// <summary>
    /// Adds the hub that is configured; with none nothing changes. The host registers a <see cref="HubClock"/>. Needs AddDesk.
    /// </summary>
    public static IServiceCollection AddHubs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ChatwootOptions>().BindConfiguration(ChatwootOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ChatwootOptions>, ChatwootOptionsCheck>();
        services.AddOptions<GenesysOptions>().BindConfiguration(GenesysOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GenesysOptions>, GenesysOptionsCheck>();
        services.AddOptions<HandoffOptions>().BindConfiguration(HandoffOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HandoffOptions>, HandoffOptionsCheck>();
        if (HandoffOptions.IsEnabled(configuration))
        {
            services.AddSingleton(provider => new Handoff(provider.GetRequiredService<IOptions<HandoffOptions>>().Value.Skill));
        }

        if (HubChoice.HasChatwoot(configuration))
        {
            AddRounds<ChatwootHub>(services, ChatwootApi.ClientName);
            services.AddSingleton<ChatwootApi>().AddSingleton<ChatwootWebhook>();
            services.AddSingleton(provider => new HubSettings(provider.GetRequiredService<IOptions<ChatwootOptions>>().Value.Locale));
        }
        else if (HubChoice.HasGenesys(configuration))
        {
            AddRounds<GenesysHub>(services, GenesysApi.ClientName);
            services.AddSingleton<GenesysApi>().AddSingleton<GenesysTokens>().AddSingleton<GenesysWebhook>();
            services.AddSingleton<GenesysConversations>();
            services.AddSingleton(provider => new HubSettings(provider.GetRequiredService<IOptions<GenesysOptions>>().Value.Locale));
        }

        return services;
    }

    /// <summary>Where the hub that is configured calls.</summary>
    public static IEndpointRouteBuilder MapHubs(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetService<ChatwootWebhook>() is { } chatwoot)
        {
            app.MapPost(ChatwootWebhook.Path, chatwoot.AnswerAsync);
        }

        if (app.ServiceProvider.GetService<GenesysWebhook>() is { } genesys)
        {
            app.MapPost(GenesysWebhook.Path, genesys.AnswerAsync);
            app.MapPost(GenesysWebhook.EndPath, genesys.AnswerEndAsync);
        }

        return app;
    }

    private static void AddRounds<THub>(IServiceCollection services, string clientName) where THub : class, IAgentHub
    {
        services.AddHttpClient(clientName, client =>
            {
                client.Timeout = LongestCall;
                client.MaxResponseContentBufferSize = LongestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<IAgentHub, THub>();
        services.AddSingleton<HubWords>();
        services.AddSingleton<HubLines>();
        services.AddSingleton<HubCalls>();
        services.AddSingleton<IAccountCopies, HubErasure>();
        services.AddSingleton<ICommandHandler, HubRounds>();
    }
}

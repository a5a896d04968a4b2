using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk;

public static class DeskServices
{
    /// <summary>
    /// Adds the desk: what turns see of it, and <see cref="IDesk"/> for a page. The host registers <see cref="DeskTexts"/>.
    /// </summary>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<IDeskBoard, DeskBoardReader>();
        services.AddSingleton<DeskRecords>();
        services.AddSingleton<DeskInbox>();
        services.AddSingleton<DeskThread>();
        services.AddSingleton<DeskStream>();
        services.AddSingleton<DeskFiles>();
        services.AddSingleton<IInboundFiles>(provider => provider.GetRequiredService<DeskFiles>());
        services.AddSingleton<CustomersTyping>();
        services.AddSingleton<IInboundTyping>(provider => provider.GetRequiredService<CustomersTyping>());
        services.AddSingleton<PackReader>();
        services.AddSingleton<PackWriter>();
        services.AddSingleton<IDesk, BuiltInDesk>();
        return services;
    }
}

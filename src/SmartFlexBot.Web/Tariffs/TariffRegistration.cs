using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Web.Tariffs.Chart;
using SmartFlexBot.Web.Tariffs.Copy;
using SmartFlexBot.Web.Tariffs.Print;

namespace SmartFlexBot.Web.Tariffs;

/// <summary>What is drawn of tariffs: pictures of a day's prices and the durable copies of agreements.</summary>
public static class TariffRegistration
{
    /// <remarks>Needs AddPage and what reads records.</remarks>
    public static IServiceCollection AddTariffs(this IServiceCollection services)
    {
        services.AddSingleton<PrintFonts>();
        services.AddSingleton<PriceChart>();
        services.AddSingleton<PictureCache>();
        services.AddSingleton<IAgreementDocument, AgreementPdf>();
        return services;
    }
}

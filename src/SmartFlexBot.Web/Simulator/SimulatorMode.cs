using SmartFlexBot.KrakenSimulator;
using SmartFlexBot.Web.Proxy;

namespace SmartFlexBot.Web.Simulator;

/// <summary>
/// The bot with a Kraken of its own: on in Development, never in Production unless a setting says so by name. The bot talks to it over
/// HTTP like to any other tenant.
/// </summary>
public static class SimulatorMode
{
    public static WebApplicationBuilder AddSimulatorMode(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddKrakenSimulator(configuration);
        if (!IsOn(builder))
        {
            return builder;
        }

        // Called directly, whatever stands in front of the host; the pages that its links lead to are the browser's.
        configuration["Kraken:Endpoint"] ??= new Uri(OwnAddress.Of(configuration), "/simulator/graphql").AbsoluteUri;
        configuration["Simulator:PublicUrl"] ??= configuration["Onboarding:PublicUrl"];
        if (configuration.GetValue<bool>("Simulator:SignIn"))
        {
            configuration["Accounts:SignIn:Authority"] ??= new Uri(OwnAddress.Of(configuration), "/simulator/identity").AbsoluteUri;
            configuration["Accounts:SignIn:ClientId"] ??= "smartflexbot";
            configuration["Accounts:SignIn:AccountsClaim"] ??= "accounts";
        }

        return builder;
    }

    private static bool IsOn(WebApplicationBuilder builder) =>
        builder.Configuration.GetValue<bool?>("Simulator:Enabled") ?? !builder.Environment.IsProduction();
}

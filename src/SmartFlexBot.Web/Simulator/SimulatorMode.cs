using SmartFlexBot.KrakenSimulator;

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
        configuration["Onboarding:PublicUrl"] ??= OwnAddress(configuration);
        builder.Services.AddKrakenSimulator(configuration);
        if (!IsOn(builder))
        {
            return builder;
        }

        // A wrong public address is complained of under its own name, not as an endpoint that nobody set.
        var address = IsUsable(configuration["Onboarding:PublicUrl"]) ? configuration["Onboarding:PublicUrl"]! : OwnAddress(configuration);
        configuration["Kraken:Endpoint"] ??= $"{address.TrimEnd('/')}/simulator/graphql";
        configuration["Simulator:PublicUrl"] ??= address;
        return builder;
    }

    private static bool IsOn(WebApplicationBuilder builder) =>
        builder.Configuration.GetValue<bool?>("Simulator:Enabled") ?? !builder.Environment.IsProduction();

    private static bool IsUsable(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static string OwnAddress(ConfigurationManager configuration) =>
        configuration["urls"]?.Split(';')[0].Replace("*", "localhost", StringComparison.Ordinal) ?? "http://localhost:3978";
}

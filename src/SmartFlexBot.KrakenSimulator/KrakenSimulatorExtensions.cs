using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Catalogue;
using SmartFlexBot.KrakenSimulator.Classic;
using SmartFlexBot.KrakenSimulator.Clock;
using SmartFlexBot.KrakenSimulator.Control;
using SmartFlexBot.KrakenSimulator.Endpoint;
using SmartFlexBot.KrakenSimulator.Faults;
using SmartFlexBot.KrakenSimulator.Identity;
using SmartFlexBot.KrakenSimulator.Provider;
using SmartFlexBot.KrakenSimulator.Rest;
using SmartFlexBot.KrakenSimulator.Schema;
using SmartFlexBot.KrakenSimulator.Storage;
using SmartFlexBot.KrakenSimulator.Tariffs;
using SmartFlexBot.KrakenSimulator.Tokens;
using SmartFlexBot.KrakenSimulator.Wizard;

namespace SmartFlexBot.KrakenSimulator;

/// <summary>Runs the Kraken simulator inside a host.</summary>
public static class KrakenSimulatorExtensions
{
    /// <param name="services">The host's services. A <see cref="TimeProvider"/> that is there is used.</param>
    /// <param name="configuration">Holds the section <c>Simulator</c>, see <see cref="SimulatorOptions"/>.</param>
    public static IServiceCollection AddKrakenSimulator(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SimulatorOptions>().Bind(configuration.GetSection("Simulator")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SimulatorOptions>, SimulatorOptionsValidation>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SimulatorStore>();
        services.AddSingleton<SimulatedClock>();
        services.AddSingleton<ProductCatalogue>();
        services.AddSingleton<WizardMoves>();
        services.AddSingleton<WizardViews>();
        // A tariff switch waits for a device, so wizards come first.
        services.AddSingleton<ITimeline, WizardTimeline>();
        services.AddSingleton<ITimeline, EnrolmentTimeline>();
        services.AddSingleton<World>();
        services.AddSingleton(
            provider => new DemoAccounts(IsEnabled(provider) ? provider.GetRequiredService<World>() : null, CanBeSteered(provider)));
        services.AddSingleton<ProductBook>();
        services.AddSingleton<TariffViews>();
        services.AddSingleton<ProductRest>();
        services.AddSingleton<TokenIssuer>();
        services.AddSingleton<FaultStore>();
        services.AddSingleton<FaultEffects>();
        services.AddSingleton<RequestGate>();
        services.AddSingleton<GraphQLEndpoint>();
        services.AddSingleton<AuthorizePage>();
        services.AddSingleton<TeslaKeyPage>();
        services.AddSingleton<IdentityProvider>();
        services.AddSingleton<IResolvers, TokenResolvers>();
        services.AddSingleton<IResolvers, AccountResolvers>();
        services.AddSingleton<IResolvers, CatalogueResolvers>();
        services.AddSingleton<IResolvers, SignInResolvers>();
        services.AddSingleton<IResolvers, RegistrationResolvers>();
        services.AddSingleton<IResolvers, TestChargeResolvers>();
        services.AddSingleton<IResolvers, WizardResolvers>();
        services.AddSingleton<IResolvers, DeviceResolvers>();
        services.AddSingleton<IResolvers, ProductResolvers>();
        services.AddSingleton<IResolvers, EnrolmentResolvers>();
        services.AddSingleton<IResolvers, QuoteResolvers>();
        services.AddSingleton<IResolvers, SwitchResolvers>();
        services.AddSingleton<IResolvers, MetaResolvers>();
        services.AddSingleton<RootFields>();
        return services;
    }

    /// <summary>Maps the routes below <c>/simulator</c>; none when the simulator is not enabled.</summary>
    public static IEndpointRouteBuilder MapKrakenSimulator(this IEndpointRouteBuilder app)
    {
        if (!IsEnabled(app.ServiceProvider))
        {
            return app;
        }
        // Now, so that simulated time begins with the host and a file that cannot be opened stops the start.
        app.ServiceProvider.GetRequiredService<World>();
        var simulator = app.MapGroup("/simulator");
        simulator.MapPost("/graphql", (HttpContext http, GraphQLEndpoint endpoint) => endpoint.HandleAsync(http));
        simulator.MapRest();
        simulator.MapTermsPage();
        simulator.MapProviderPages();
        if (app.ServiceProvider.GetRequiredService<IOptions<SimulatorOptions>>().Value.SignIn)
        {
            simulator.MapIdentity();
        }

        if (CanBeSteered(app.ServiceProvider))
        {
            simulator.MapControl();
        }

        return app;
    }

    /// <summary>In Production anybody may be there: a demonstration runs by itself.</summary>
    private static bool CanBeSteered(IServiceProvider services) => !services.GetRequiredService<IHostEnvironment>().IsProduction();

    private static bool IsEnabled(IServiceProvider services) =>
        services.GetRequiredService<IOptions<SimulatorOptions>>().Value.IsEnabled(services.GetRequiredService<IHostEnvironment>());
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Tariffs;

internal static class TariffServices
{
    /// <summary>The market's way of switching tariffs. The host registers <see cref="MarketSettings"/>.</summary>
    public static IServiceCollection AddTariffs(this IServiceCollection services, IConfiguration configuration)
    {
        // The folder that the host reads the market's settings from.
        var markets = configuration["Onboarding:MarketsPath"] ?? Path.Combine(AppContext.BaseDirectory, "markets");

        services.AddSingleton<MarketDays>();
        services.AddSingleton<TariffReads>();
        services.AddSingleton<TariffWrites>();
        services.AddSingleton<SwitchReads>();

        services.AddSingleton(
            provider => ProductsAddress.Of(Market(provider), provider.GetRequiredService<IOptions<KrakenOptions>>().Value));
        services.AddSingleton<ProductsApi>();
        services.AddSingleton<ProductPrices>();
        services.AddSingleton<EnrolmentOffers>();
        services.AddSingleton<EnrolmentTariffJourney>();

        services.AddSingleton(provider => QuoteDocument.Read(Path.Combine(markets, DocumentOf(Market(provider)))));
        services.AddSingleton<QuoteOffers>();
        services.AddSingleton<QuoteTariffJourney>();

        services.AddSingleton<NoTariffJourney>();
        services.AddSingleton<ITariffJourney>(provider => Market(provider).Tariff?.Way switch
        {
            TariffWay.Enrolment => provider.GetRequiredService<EnrolmentTariffJourney>(),
            TariffWay.Quote => provider.GetRequiredService<QuoteTariffJourney>(),
            _ => provider.GetRequiredService<NoTariffJourney>(),
        });
        services.AddSingleton<IWatchSource, TariffWatchSource>();
        services.AddHostedService<MadeAtStart>();
        return services;
    }

    private static MarketSettings Market(IServiceProvider provider) => provider.GetRequiredService<MarketSettings>();

    private static string DocumentOf(MarketSettings market) => market.Tariff?.Quote?.Document
        ?? throw new InvalidDataException(
            $"Set tariff.quote.document in the settings of the market '{market.Name}': its tariffs are switched by a quote.");

    /// <summary>A quote document or an address that cannot be used stops the start, not a customer.</summary>
    private sealed class MadeAtStart(ITariffJourney journey) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(journey);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

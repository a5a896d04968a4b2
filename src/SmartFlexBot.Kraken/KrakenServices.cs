using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Kraken.Accounts;
using SmartFlexBot.Kraken.Catalogue;
using SmartFlexBot.Kraken.Classic;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Tariffs;
using SmartFlexBot.Kraken.Tenant;
using SmartFlexBot.Kraken.Watching;
using SmartFlexBot.Kraken.Wizard;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken;

public static class KrakenServices
{
    /// <summary>
    /// The tenant's Kraken behind the onboarding's ports, from the section <c>Kraken</c>. The host adds data protection, which
    /// encrypts the tokens of Classic onboardings, and the market's settings, which name its way of switching tariffs.
    /// </summary>
    public static IServiceCollection AddKraken(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<KrakenOptions>().Bind(configuration.GetSection(KrakenOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<KrakenOptions>, KrakenOptionsValidation>();
        services.TryAddSingleton(TimeProvider.System);

        services.AddKrakenHttp();
        services.AddSingleton<CustomerShare>();
        services.AddSingleton(provider => new ReadBudget(
            provider.GetRequiredService<IOptions<KrakenOptions>>(), provider.GetRequiredService<CustomerShare>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<KrakenTransport>();
        services.AddSingleton<KrakenTokens>();
        services.AddSingleton<KrakenClient>();
        services.AddSingleton<TenantSchema>();
        services.AddSingleton<BatchedReads>();

        services.AddSingleton<IAccountDirectory, KrakenAccountDirectory>();
        services.AddSingleton<ISmartControl, KrakenSmartControl>();
        services.AddSingleton<IDeviceCatalogue, KrakenDeviceCatalogue>();

        services.AddSingleton<WizardReads>();
        services.AddSingleton<WizardWrites>();
        services.AddSingleton<KrakenWizard>();
        services.AddSingleton<ClassicTokens>();
        services.AddSingleton<ClassicFacts>();
        services.AddSingleton<ClassicRegistration>();
        services.AddSingleton<ClassicProgress>();
        services.AddSingleton<ClassicWizard>();
        services.AddSingleton<IOnboardingWizard>(provider => IsClassic(provider)
            ? provider.GetRequiredService<ClassicWizard>()
            : provider.GetRequiredService<KrakenWizard>());

        services.AddSingleton<ClassicReader>();
        services.AddSingleton<WizardReader>();
        services.AddSingleton<IOnboardingReader>(provider => IsClassic(provider)
            ? provider.GetRequiredService<ClassicReader>()
            : provider.GetRequiredService<WizardReader>());
        services.AddSingleton<IWatchSource, OnboardingWatchSource>();
        return services.AddTariffs(configuration);
    }

    private static bool IsClassic(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<KrakenOptions>>().Value.OnboardingApi == OnboardingApi.Classic;
}

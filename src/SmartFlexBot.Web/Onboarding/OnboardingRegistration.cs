using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Desk;
using SmartFlexBot.Kraken;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Flow;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.SignIn;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;
using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Web.Page.Brand;
using SmartFlexBot.Web.Proxy;

namespace SmartFlexBot.Web.Onboarding;

/// <summary>Adds the bot: its market, cards, texts, recognisers and commands. All of it is loaded before the host listens.</summary>
public static class OnboardingRegistration
{
    public static IServiceCollection AddOnboarding(this IServiceCollection services)
    {
        services.AddOptions<OnboardingOptions>().BindConfiguration(OnboardingOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OnboardingOptions>, OnboardingOptionsCheck>();
        services.AddSingleton(provider => MarketFile.Read(Path.Combine(Options(provider).MarketsPath, $"{Options(provider).Market}.json")));
        services.AddSingleton(provider =>
            PageBrand.Of(provider.GetRequiredService<MarketSettings>(), Options(provider).MarketsPath));
        services.AddSingleton(provider => Texts.Load(
            Path.Combine(Options(provider).CardsPath, "text"), provider.GetRequiredService<MarketSettings>().AddressForm));
        services.AddSingleton(provider => new DeskTexts(Texts.Load(Path.Combine(Options(provider).CardsPath, "desk"))));
        services.AddSingleton(provider => CardDeck.Load(Options(provider).CardsPath));
        services.AddSingleton(
            provider => new PublicAddress(Options(provider).PublicUrl ?? OwnAddress.Of(provider.GetRequiredService<IConfiguration>())));
        services.AddSingleton(
            provider => ContactTexts.Create(provider.GetRequiredService<Texts>(), provider.GetRequiredService<MarketSettings>()));
        services.AddSingleton(provider => SubjectList.Load(
            Path.Combine(Options(provider).CardsPath, "answers", "subjects.json"), provider.GetRequiredService<Texts>()));
        services.AddSingleton(provider => ProviderGuides.Load(
            Path.Combine(Options(provider).CardsPath, "providers"), provider.GetRequiredService<Texts>()));
        services.AddSingleton(_ => MarketCatalogue.Load());
        services.AddSingleton<LexiconSource>();
        services.AddSingleton<OnboardingServices>();
        services.AddSingleton<OnboardingBot>();
        services.AddSingleton<IBot, BudgetedBot>();
        services.AddSingleton<IValidateOptions<KrakenOptions>, ReadsEndBeforeTurns>();
        services.AddSingleton<ICommandHandler, WizardCommandHandler>();
        services.AddSingleton<ICommandHandler, TariffCommandHandler>();
        services.AddSingleton<ICommandHandler, SmartControlCommandHandler>();
        services.AddSingleton<IInboundRedaction, SignInAddressRedaction>();
        services.AddSingleton<ITurnFallback, OnboardingFallback>();
        services.AddHostedService<LoadedAtStart>();
        return services;
    }

    private static OnboardingOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<OnboardingOptions>>().Value;

    /// <summary>Whatever is wrong with a market, a card or a text stops the start, not a customer.</summary>
    private sealed class LoadedAtStart(
        OnboardingServices services, DeskTexts desk, IHostEnvironment environment, IConfiguration configuration)
        : IHostedService
    {
        private bool IsDemonstration => !environment.IsProduction() || configuration.GetValue<bool>("Simulator:Enabled");

        public Task StartAsync(CancellationToken cancellationToken)
        {
            if (!IsDemonstration)
            {
                MarketFile.RefuseExamples(services.Market);
            }

            MarketTexts.Check(services.Texts, services.Market);
            DeskTextsCheck.Run(desk.Texts, services.Texts);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

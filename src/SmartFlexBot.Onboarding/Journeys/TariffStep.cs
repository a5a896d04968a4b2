using SmartFlexBot.Onboarding.Tariffs;

namespace SmartFlexBot.Onboarding.Journeys;

/// <content>The steps of the tariff side, decided by <see cref="TariffSteps"/>.</content>
public abstract partial record Step
{
    /// <summary>What the home pays and what is offered has to be read.</summary>
    public sealed record ReadTariff : Step;

    /// <param name="Now">Null when Kraken does not tell.</param>
    /// <param name="Shown">The fingerprint of what the card shows.</param>
    public sealed record OfferTariff(Tariff Offered, Tariff? Now, string Shown) : Step
    {
        public override string Key => $"OfferTariff:{Shown}";
    }

    /// <summary>The tariff is not wanted, and nothing goes on without it.</summary>
    public sealed record TariffDeclined : Step;

    /// <summary>May the meter be read every half hour?</summary>
    public sealed record AskReadings : Step;

    public sealed record BeginSwitch : Step;

    public sealed record AcceptTerms : Step;

    /// <summary>The switch was refused, or has stopped.</summary>
    public sealed record MendSwitch(string? Code) : Step
    {
        public override string Key => $"MendSwitch:{Code}";
    }

    /// <summary>No tariff can be shown.</summary>
    /// <param name="Fault">What is wrong with its data; null when there is none.</param>
    public sealed record NoTariff(TariffFault? Fault) : Step
    {
        public override string Key => $"NoTariff:{Fault}";
    }
}

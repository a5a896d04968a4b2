using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Tariffs;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>Why the tariff side does not go on, as one sentence with the next step.</summary>
internal static class TariffReasons
{
    /// <param name="code">Kraken's code or event, such as KT-CT-4626 or UNABLE_TO_PROCEED.</param>
    public static string OfSwitch(JourneyTurn turn, string? code)
    {
        var key = $"tariff.stopped.{code}";
        return turn.Text(turn.Services.Texts.Has(key) ? key : "tariff.stopped", ("code", code ?? "?"));
    }

    public static string OfFault(JourneyTurn turn, TariffFault? fault) => turn.Text(fault switch
    {
        null => "tariff.none",
        TariffFault.NoTerms => "tariff.fault.terms",
        _ => "tariff.fault.prices",
    });
}

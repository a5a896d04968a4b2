using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>What leaving costs, in sentences: the present tariff, which a switch leaves, and later the new one.</summary>
internal sealed class LeavingCosts(Voice voice, Tariff offered, Tariff? now)
{
    private readonly Figure? _presentFee = TariffCheck.Usable(now, voice.Zone)?.ExitFee;

    /// <summary>What has to be known before the button; empty when leaving either costs nothing.</summary>
    public string Warning => string.Join(' ', new[] { OfPresent(isFreeSaid: false), OfOffered(isFreeSaid: false) }.OfType<string>());

    /// <summary>The answer to who asks.</summary>
    public string Answer => string.Join(' ', new[] { OfPresent(isFreeSaid: true), OfOffered(isFreeSaid: true) }.OfType<string>());

    private string? OfPresent(bool isFreeSaid) => _presentFee switch
    {
        null => voice.Text("tariff.leaving.unknown"),
        { Amount: 0 } => isFreeSaid ? voice.Text("tariff.leaving.free") : null,
        var fee => voice.Text("tariff.leaving.fee", ("amount", FigureText.Amount(fee, voice.Culture))),
    };

    private string? OfOffered(bool isFreeSaid) => offered.ExitFee switch
    {
        null or { Amount: 0 } => isFreeSaid ? voice.Text("tariff.exit.free", ("tariff", offered.Name)) : null,
        var fee => voice.Text("tariff.exit.fee", ("tariff", offered.Name), ("amount", FigureText.Amount(fee, voice.Culture))),
    };
}

using System.Globalization;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.Rendering;

/// <summary>Versions of Adaptive Cards as numbers; 1.5 is less than 1.6, and there is no 1.10.</summary>
internal static class CardVersion
{
    public static decimal Of(ChannelCapabilities can) => Of(can.AdaptiveCardVersion);

    /// <returns>0 for none.</returns>
    public static decimal Of(string? version) =>
        decimal.TryParse(version, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Lexicon;

/// <summary>How a key relates to the name of its owner; a better fit wins over a worse one.</summary>
internal enum Fit
{
    /// <summary>Some words of the name.</summary>
    Part,
    Alias,
    Full,
}

/// <param name="Family">Index into <see cref="DeviceLexicon.Families"/>.</param>
/// <param name="Device">Index into <see cref="DeviceLexicon.Devices"/> when the key names one variant; else -1.</param>
/// <param name="IsTail">The key ends the name and does not begin it ("e-tron" of "Q4 e-tron").</param>
/// <param name="LeftOver">How many words of the name the key leaves out.</param>
internal readonly record struct NameTarget(int Family, int Device, Fit Fit, Strength Strength, bool IsTail = false, int LeftOver = 0);

/// <param name="Kind">Set when the key says which kind is meant ("tesla charger").</param>
internal readonly record struct MakeTarget(int Make, DeviceKind? Kind, Strength Strength);

/// <summary>Everything that one key can mean.</summary>
internal sealed record NameEntry(NameTarget[] Names, MakeTarget[] Makes)
{
    public bool IsStrongMake => Array.Exists(Makes, target => target.Strength == Strength.Strong);
}

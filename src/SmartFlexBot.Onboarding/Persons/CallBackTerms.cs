using System.Globalization;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>What was told with the question "how should a colleague reach you?".</summary>
/// <param name="By">When they get in touch at the latest.</param>
/// <param name="MissedId">The hand-over to which nobody has come; null where nobody was there to begin with.</param>
internal sealed record CallBackTerms(DateTimeOffset By, HandOverReason Reason, string? MissedId)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{By:O} {Reason} {MissedId}");

    /// <returns>Null for what is none.</returns>
    public static CallBackTerms? Read(string? text) =>
        text?.Split(' ') is [var by, var reason, var missed]
            && DateTimeOffset.TryParse(by, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var told)
            && Enum.TryParse<HandOverReason>(reason, out var why)
                ? new(told, why, missed.Length == 0 ? null : missed)
                : null;
}

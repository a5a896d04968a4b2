using System.Text.RegularExpressions;

namespace SmartFlexBot.Desk;

/// <summary>Ready replies: {name} marks a value of the chat. One that is not known is left for the agent, and named.</summary>
internal static partial class PackReplies
{
    public static IReadOnlyList<string> Ids { get; } =
        ["hello", "looking", "sorry", "danger", "no-power", "devices", "sign-in", "key", "plugged", "tariff", "goodbye"];

    public static CannedReply Of(string id, PackFacts facts, PackLanguage language)
    {
        var text = language.Text($"reply.{id}", [.. Known(facts)]);
        return new(
            id, language.Text($"reply.{id}.title"), text,
            [.. Place().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)]);
    }

    private static IEnumerable<(string Name, object? Value)> Known(PackFacts facts)
    {
        (string Name, string? Value)[] values =
        [
            ("customer", facts.HandOver.CustomerName), ("agent", facts.HandOver.Owner?.Name),
            ("device", facts.Journey?.ChosenDevice is { IsDevice: true } device ? device.DisplayName : null),
        ];
        return values.Where(value => value.Value is not null).Select(value => (value.Name, (object?)value.Value));
    }

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)\}")]
    private static partial Regex Place();
}

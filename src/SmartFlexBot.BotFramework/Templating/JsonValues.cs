using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmartFlexBot.BotFramework.Templating;

/// <summary>What expressions ask of JSON values.</summary>
internal static class JsonValues
{
    /// <summary>A property by its exact name, else by its name in any casing, as the reference reads data.</summary>
    public static bool TryGetProperty(JsonNode? node, string name, out JsonNode? value)
    {
        value = null;
        if (node is not JsonObject properties)
        {
            return false;
        }

        if (properties.TryGetPropertyValue(name, out value))
        {
            return true;
        }

        foreach (var (key, candidate) in properties)
        {
            if (!key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            value = candidate;
            return true;
        }
        return false;
    }

    public static bool AreEqual(JsonNode? left, JsonNode? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        return (left.GetValueKind(), right.GetValueKind()) switch
        {
            (JsonValueKind.Number or JsonValueKind.String, JsonValueKind.Number or JsonValueKind.String) => Compare(left, right) is 0,
            _ => JsonNode.DeepEquals(left, right),
        };
    }

    /// <returns>The order of two numbers, or of two texts by their code units; null for anything else.</returns>
    public static int? Compare(JsonNode left, JsonNode right) => (left.GetValueKind(), right.GetValueKind()) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => CompareNumbers(left.ToJsonString(), right.ToJsonString()),
        (JsonValueKind.String, JsonValueKind.String) => string.CompareOrdinal(ToText(left), ToText(right)),
        _ => null,
    };

    public static int? ToWhole(JsonNode number) =>
        TryDecimal(number.ToJsonString(), out var value) && value == decimal.Truncate(value) && Math.Abs(value) <= int.MaxValue
            ? (int)value
            : null;

    /// <returns>How a value reads inside a longer text; null for what has no sensible reading (null, objects, arrays).</returns>
    public static string? ToText(JsonNode? node) => node?.GetValueKind() switch
    {
        // A date or an id that was put in as such is a string in JSON alone.
        JsonValueKind.String =>
            node.AsValue().TryGetValue<string>(out var text) ? text : JsonNode.Parse(node.ToJsonString())!.GetValue<string>(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => TryDecimal(node.ToJsonString(), out var value)
            ? value.ToString("0.############################", CultureInfo.InvariantCulture)
            : node.ToJsonString(),
        _ => null,
    };

    private static int CompareNumbers(string left, string right) =>
        TryDecimal(left, out var exactLeft) && TryDecimal(right, out var exactRight)
            ? exactLeft.CompareTo(exactRight)
            : double.Parse(left, CultureInfo.InvariantCulture).CompareTo(double.Parse(right, CultureInfo.InvariantCulture));

    private static bool TryDecimal(string number, out decimal value) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}

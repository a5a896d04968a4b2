using System.Globalization;
using System.Text.Json;

namespace SmartFlexBot.Tests.KrakenSimulator;

/// <summary>An answer of GraphQL, read by paths such as <c>viewer.accounts.0.number</c>.</summary>
internal sealed class GraphQLAnswer(JsonElement body)
{
    public IReadOnlyList<JsonElement> Errors => body.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray()] : [];

    public string Code => Errors.ShouldHaveSingleItem().GetProperty("extensions").GetProperty("errorCode").GetString()!;

    public JsonElement At(string path) => path.Split('.').Aggregate(body.GetProperty("data"), (element, part) =>
        element.ValueKind == JsonValueKind.Array ? element[int.Parse(part, CultureInfo.InvariantCulture)] : element.GetProperty(part));

    public string? Text(string path) => At(path) is var value && value.ValueKind == JsonValueKind.String
        ? value.GetString()
        : value.ValueKind == JsonValueKind.Null ? null : value.GetRawText();

    public IReadOnlyList<string?> Texts(string path, string property) =>
        [.. At(path).EnumerateArray().Select(item => item.GetProperty(property).ToString())];
}

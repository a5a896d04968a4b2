using System.Text.Json;

namespace SmartFlexBot.Kraken.Client;

/// <summary>From an HTTP answer to a <see cref="KrakenReply"/>.</summary>
internal static class ReplyReader
{
    private const int LongestId = 100;

    public static async Task<KrakenReply> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var mayHaveBeenTaken = MayHaveBeenTaken.After(status);
        if (status is >= 300 and < 400)
        {
            return new KrakenReply.Unavailable("it redirects, which is not followed", mayHaveBeenTaken);
        }

        // Where nobody knows, no body makes it certain: a proxy that gave up may have an opinion, and no knowledge.
        if (status >= 400 && mayHaveBeenTaken)
        {
            return new KrakenReply.Unavailable($"HTTP {status}", mayHaveBeenTaken);
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return Parse(body, RequestIdOf(response))
            ?? (KrakenReply)new KrakenReply.Unavailable($"HTTP {status} without a GraphQL answer", mayHaveBeenTaken);
    }

    /// <summary>Not documented; proxies and frameworks in front of GraphQL servers send it under this name.</summary>
    private static string? RequestIdOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Request-Id", out var ids) && ids.FirstOrDefault() is { Length: > 0 and <= LongestId } id
            ? id
            : null;

    private static KrakenReply.Answered? Parse(byte[] body, string? requestId)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var errors = Errors(document.RootElement).ConvertAll(error => error with { RequestId = requestId });
            var data = document.RootElement.TryGetProperty("data", out var found) && found.ValueKind == JsonValueKind.Object
                ? found.Clone()
                : (JsonElement?)null;
            return data is null && errors.Count == 0 ? null : new KrakenReply.Answered(data, errors);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<KrakenError> Errors(JsonElement root) =>
        root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? [.. errors.EnumerateArray().Where(error => error.ValueKind == JsonValueKind.Object).Select(Error)]
            : [];

    private static KrakenError Error(JsonElement error)
    {
        var extensions = error.TryGetProperty("extensions", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        return new(
            Text(extensions, "errorCode"),
            Text(extensions, "errorType"),
            Text(error, "message") ?? "",
            Texts(extensions, "testChargeRefusalReasons"),
            Texts(error, "path").FirstOrDefault());
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static List<string> Texts(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)]
            : [];
}

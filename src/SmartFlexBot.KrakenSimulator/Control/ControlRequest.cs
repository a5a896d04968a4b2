using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Xml;

namespace SmartFlexBot.KrakenSimulator.Control;

/// <summary>Bad input of the control routes; the message is the answer.</summary>
internal sealed class BadControlException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    public static BadControlException Bad(string message) => new(StatusCodes.Status400BadRequest, message);

    public static BadControlException NoAccount(string number) => new(
        StatusCodes.Status404NotFound, $"There is no demo customer {number}. GET /simulator/control/accounts lists them.");
}

internal static class ControlRequest
{
    /// <exception cref="BadControlException">The body is not what is expected.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type)
    {
        using var body = await ParseAsync(http);
        return Convert(body.RootElement, type);
    }

    /// <summary>One object, or an array of them.</summary>
    /// <exception cref="BadControlException">The body is not what is expected.</exception>
    public static async Task<IReadOnlyList<T>> ReadManyAsync<T>(HttpContext http, JsonTypeInfo<T> type)
    {
        using var body = await ParseAsync(http);
        return body.RootElement.ValueKind == JsonValueKind.Array
            ? [.. body.RootElement.EnumerateArray().Select(element => Convert(element, type))]
            : [Convert(body.RootElement, type)];
    }

    /// <exception cref="BadControlException">Not an ISO 8601 duration longer than zero.</exception>
    public static TimeSpan Duration(string name, string text)
    {
        try
        {
            var duration = XmlConvert.ToTimeSpan(text);
            if (duration > TimeSpan.Zero && duration <= TimeSpan.FromDays(3650))
            {
                return duration;
            }
        }
        catch (Exception failure) when (failure is FormatException or OverflowException)
        {
            // Answered below, like a duration that is too short or too long.
        }

        throw BadControlException.Bad($"\"{name}\" must be an ISO 8601 duration between 0 and 10 years, such as PT7M.");
    }

    /// <exception cref="BadControlException">It is not what is expected.</exception>
    public static T Convert<T>(JsonElement element, JsonTypeInfo<T> type)
    {
        try
        {
            return element.Deserialize(type) ?? throw BadControlException.Bad("The body must be a JSON object.");
        }
        catch (JsonException failure)
        {
            throw BadControlException.Bad($"The body does not fit at {failure.Path ?? "$"}: there is an unknown name or a wrong type.");
        }
    }

    private static async Task<JsonDocument> ParseAsync(HttpContext http)
    {
        try
        {
            return await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        }
        catch (JsonException)
        {
            throw BadControlException.Bad("The body must be JSON.");
        }
    }
}

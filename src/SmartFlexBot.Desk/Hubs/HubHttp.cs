using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SmartFlexBot.Desk.Hubs;

/// <summary>One request to a hub; a failure is told by its class.</summary>
internal static class HubHttp
{
    /// <exception cref="HubException">Nobody answers.</exception>
    public static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(request, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TaskCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            throw new HubException(
                HubProblem.Passing, TimeSpan.Zero, failure is TaskCanceledException ? "it does not answer" : "it cannot be reached");
        }
    }

    /// <returns>Null when it did what it was asked for.</returns>
    public static HubException? ProblemOf(HttpResponseMessage response, DateTimeOffset now) => response.StatusCode switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => null,
        HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
            Problem(HubProblem.Passing, response, now),
        HttpStatusCode.NotFound or HttpStatusCode.Gone => Problem(HubProblem.Gone, response, now),
        // A redirection is not followed: it would take the token with it.
        < HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            Problem(HubProblem.Settings, response, now),
        _ => Problem(HubProblem.Refused, response, now),
    };

    /// <param name="question">What to ask whoever has set it up, when it is something else that answers.</param>
    /// <exception cref="HubException">It cannot be read.</exception>
    public static async Task<T> ReadAsync<T>(
        HttpResponseMessage response, JsonTypeInfo<T> type, string question, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(type, cancellationToken)
                ?? throw new HubException(HubProblem.Settings, TimeSpan.Zero, "its answer is empty");
        }
        catch (JsonException)
        {
            throw new HubException(HubProblem.Settings, TimeSpan.Zero, $"its answer cannot be read: {question}");
        }
    }

    private static HubException Problem(HubProblem problem, HttpResponseMessage response, DateTimeOffset now) =>
        new(problem, Wish(response.Headers.RetryAfter, now), $"HTTP {(int)response.StatusCode}");

    /// <summary>Retry-After is a number of seconds or a date (RFC 9110, 10.2.3).</summary>
    private static TimeSpan Wish(RetryConditionHeaderValue? after, DateTimeOffset now) =>
        after?.Delta ?? after?.Date - now ?? TimeSpan.Zero;
}

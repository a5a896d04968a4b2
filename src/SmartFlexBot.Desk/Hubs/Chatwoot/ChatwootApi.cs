using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Desk.Hubs.Chatwoot;

/// <summary>Chatwoot's application API, one request at a time; a failure is told by its class.</summary>
internal sealed class ChatwootApi(IHttpClientFactory clients, IOptions<ChatwootOptions> options, TimeProvider time)
{
    public const string ClientName = "chatwoot";

    private const string TokenHeader = "api_access_token";

    /// <exception cref="HubException"/>
    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, content: null, response => ReadAsync(response, type, cancellationToken), cancellationToken);

    /// <exception cref="HubException"/>
    public Task<T> PostAsync<TBody, T>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Post, path, JsonContent.Create(body, bodyType), response => ReadAsync(response, type, cancellationToken),
            cancellationToken);

    /// <exception cref="HubException"/>
    public Task PostAsync<TBody>(string path, TBody body, JsonTypeInfo<TBody> bodyType, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, JsonContent.Create(body, bodyType), _ => Task.FromResult(true), cancellationToken);

    /// <exception cref="HubException"/>
    public Task DeleteAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, path, content: null, _ => Task.FromResult(true), cancellationToken);

    private async Task<T> SendAsync<T>(
        HttpMethod method, string path, HttpContent? content, Func<HttpResponseMessage, Task<T>> read, CancellationToken cancellationToken)
    {
        var address = $"{options.Value.Url!.AbsoluteUri.TrimEnd('/')}/api/v1/accounts/{options.Value.AccountId}/{path}";
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Add(TokenHeader, options.Value.Token);
        try
        {
            using var response = await clients.CreateClient(ClientName).SendAsync(request, cancellationToken);
            return ProblemOf(response) is { } problem ? throw problem : await read(response);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TaskCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            throw new HubException(
                HubProblem.Passing, TimeSpan.Zero, failure is TaskCanceledException ? "it does not answer" : "it cannot be reached");
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(type, cancellationToken)
                ?? throw new HubException(HubProblem.Settings, TimeSpan.Zero, "its answer is empty");
        }
        catch (JsonException)
        {
            throw new HubException(HubProblem.Settings, TimeSpan.Zero, "its answer cannot be read: is Hub:Chatwoot:Url a Chatwoot?");
        }
    }

    private HubException? ProblemOf(HttpResponseMessage response) => response.StatusCode switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => null,
        HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
            Problem(HubProblem.Passing, response),
        HttpStatusCode.NotFound or HttpStatusCode.Gone => Problem(HubProblem.Gone, response),
        // A redirection is not followed: it would take the token with it.
        < HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Problem(HubProblem.Settings, response),
        _ => Problem(HubProblem.Refused, response),
    };

    private HubException Problem(HubProblem problem, HttpResponseMessage response) =>
        new(problem, Wish(response.Headers.RetryAfter), $"HTTP {(int)response.StatusCode}");

    /// <summary>Retry-After is a number of seconds or a date (RFC 9110, 10.2.3).</summary>
    private TimeSpan Wish(RetryConditionHeaderValue? after) => after?.Delta ?? after?.Date - time.GetUtcNow() ?? TimeSpan.Zero;
}

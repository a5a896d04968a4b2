using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Desk.Hubs.Genesys;

/// <summary>Genesys Cloud's platform API, one request at a time; a failure is told by its class.</summary>
internal sealed class GenesysApi(IHttpClientFactory clients, GenesysTokens tokens, IOptions<GenesysOptions> options, TimeProvider time)
{
    public const string ClientName = "genesys";
    public const string Question = "is Hub:Genesys:Region a region of Genesys Cloud?";

    /// <param name="path">After /api/v2/.</param>
    /// <exception cref="HubException"/>
    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, () => null, response => HubHttp.ReadAsync(response, type, Question, cancellationToken),
            cancellationToken);

    /// <exception cref="HubException"/>
    public Task<T> PostAsync<TBody, T>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Post, path, () => JsonContent.Create(body, bodyType),
            response => HubHttp.ReadAsync(response, type, Question, cancellationToken), cancellationToken);

    /// <exception cref="HubException"/>
    public Task TellAsync<TBody>(
        HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, CancellationToken cancellationToken) =>
        SendAsync(method, path, () => JsonContent.Create(body, bodyType), _ => Task.FromResult(true), cancellationToken);

    private async Task<T> SendAsync<T>(
        HttpMethod method, string path, Func<HttpContent?> content, Func<HttpResponseMessage, Task<T>> read,
        CancellationToken cancellationToken)
    {
        string? rejected = null;
        while (true)
        {
            var token = await tokens.GetAsync(rejected, cancellationToken);
            using var request = new HttpRequestMessage(method, $"{options.Value.Address("api")}/api/v2/{path}") { Content = content() };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await HubHttp.SendAsync(clients.CreateClient(ClientName), request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.Unauthorized || rejected is not null)
            {
                return HubHttp.ProblemOf(response, time.GetUtcNow()) is { } problem ? throw problem : await read(response);
            }

            // Withdrawn before its time: another one is asked for, once.
            rejected = token;
        }
    }
}

using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Desk.Hubs.Chatwoot;

/// <summary>Chatwoot's application API, one request at a time; a failure is told by its class.</summary>
internal sealed class ChatwootApi(IHttpClientFactory clients, IOptions<ChatwootOptions> options, TimeProvider time)
{
    public const string ClientName = "chatwoot";

    private const string TokenHeader = "api_access_token";
    private const string Question = "is Hub:Chatwoot:Url a Chatwoot?";

    /// <exception cref="HubException"/>
    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, content: null, response => HubHttp.ReadAsync(response, type, Question, cancellationToken),
            cancellationToken);

    /// <exception cref="HubException"/>
    public Task<T> PostAsync<TBody, T>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Post, path, JsonContent.Create(body, bodyType),
            response => HubHttp.ReadAsync(response, type, Question, cancellationToken), cancellationToken);

    /// <exception cref="HubException"/>
    public Task PostAsync<TBody>(string path, TBody body, JsonTypeInfo<TBody> bodyType, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, JsonContent.Create(body, bodyType), _ => Task.FromResult(true), cancellationToken);

    /// <exception cref="HubException"/>
    public Task PatchAsync<TBody>(string path, TBody body, JsonTypeInfo<TBody> bodyType, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Patch, path, JsonContent.Create(body, bodyType), _ => Task.FromResult(true), cancellationToken);

    /// <exception cref="HubException"/>
    public Task DeleteAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, path, content: null, _ => Task.FromResult(true), cancellationToken);

    private async Task<T> SendAsync<T>(
        HttpMethod method, string path, HttpContent? content, Func<HttpResponseMessage, Task<T>> read, CancellationToken cancellationToken)
    {
        var address = $"{options.Value.Url!.AbsoluteUri.TrimEnd('/')}/api/v1/accounts/{options.Value.AccountId}/{path}";
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Add(TokenHeader, options.Value.Token);
        using var response = await HubHttp.SendAsync(clients.CreateClient(ClientName), request, cancellationToken);
        return HubHttp.ProblemOf(response, time.GetUtcNow()) is { } problem ? throw problem : await read(response);
    }
}

using System.Collections.Frozen;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Channels.BotConnector.Callers;

/// <summary>Fetches the keys that channels sign with from where their issuer publishes them.</summary>
internal sealed class KeySource(IHttpClientFactory clients, IOptions<BotConnectorOptions> options)
{
    public const string HttpClientName = "BotConnector keys";

    /// <returns>By key id.</returns>
    /// <exception cref="HttpRequestException">They cannot be had. Also <see cref="OperationCanceledException"/>: not in time.</exception>
    /// <exception cref="InvalidDataException">What came is no set of keys. Also <see cref="System.Text.Json.JsonException"/>.</exception>
    public async Task<FrozenDictionary<string, EndorsedKey>> ReadAsync()
    {
        using var client = clients.CreateClient(HttpClientName);
        var metadata = await GetAsync(
            client, ConnectorCloud.Of(options.Value.Cloud).OpenIdMetadata, PublishedKeysJson.Default.OpenIdMetadata);
        if (metadata?.Keys is not { IsAbsoluteUri: true, Scheme: "https" } address)
        {
            throw new InvalidDataException("The metadata names no https address of keys.");
        }

        var published = await GetAsync(client, address, PublishedKeysJson.Default.PublishedKeys);
        var keys = (published?.Keys ?? []).Select(EndorsedKey.Of).OfType<EndorsedKey>()
            .DistinctBy(key => key.Key.KeyId).ToFrozenDictionary(key => key.Key.KeyId, StringComparer.Ordinal);
        return keys.Count > 0 ? keys : throw new InvalidDataException("No key was published.");
    }

    private static async Task<T?> GetAsync<T>(HttpClient client, Uri address, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return await client.GetFromJsonAsync(address, type);
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            throw new InvalidDataException("What came is no JSON.", exception);
        }
    }
}

using System.Text.Json.Serialization;

namespace SmartFlexBot.Channels.BotConnector.Callers;

/// <summary>What of the OpenID metadata is needed: where the keys are.</summary>
internal sealed record OpenIdMetadata([property: JsonPropertyName("jwks_uri")] Uri? Keys);

/// <summary>A set of keys as it is published (RFC 7517), with the channels' own "endorsements".</summary>
internal sealed record PublishedKeys(IReadOnlyList<PublishedKey>? Keys);

internal sealed record PublishedKey(
    string? Kty, string? Use, string? Kid, string? N, string? E, IReadOnlyList<string>? Endorsements);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OpenIdMetadata))]
[JsonSerializable(typeof(PublishedKeys))]
internal sealed partial class PublishedKeysJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>Body of tokens/generate. All of it is optional.</summary>
internal sealed record GenerateRequest(
    UserBody? User, string? AccountNumber, string? ConversationId, string? Locale, IReadOnlyList<string?>? TrustedOrigins);

/// <summary>Body of the start of a conversation. The user counts only with a secret; a token says itself whose it is.</summary>
internal sealed record StartRequest(UserBody? User, string? Locale);

internal sealed record UserBody(string? Id, string? Name);

/// <summary>Answer to generating, renewing, starting and reconnecting.</summary>
internal sealed record ConversationBody(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string? StreamUrl = null);

internal sealed record ResourceBody(string Id);

internal sealed record SessionBody(string SessionId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(GenerateRequest))]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(ConversationBody))]
[JsonSerializable(typeof(ResourceBody))]
[JsonSerializable(typeof(SessionBody))]
internal sealed partial class DirectLineJson : JsonSerializerContext;

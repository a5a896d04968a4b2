using System.Text.Json.Serialization;
using SmartFlexBot.BotFramework.Schema;

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

/// <summary>Answer to a poll, and one frame of a stream.</summary>
/// <param name="Watermark">Where to go on; null in frames that do not move it.</param>
internal sealed record ActivitySet(IReadOnlyList<Activity> Activities, string? Watermark);

internal sealed record ResourceBody(string Id);

internal sealed record SessionBody(string SessionId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 64)]
[JsonSerializable(typeof(GenerateRequest))]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(ConversationBody))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(ResourceBody))]
[JsonSerializable(typeof(SessionBody))]
internal sealed partial class DirectLineJson : JsonSerializerContext;

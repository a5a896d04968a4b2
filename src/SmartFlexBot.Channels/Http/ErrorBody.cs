using System.Text.Json.Serialization;

namespace SmartFlexBot.Channels.Http;

/// <summary>The error body of both protocols (bot protocol B2, D5).</summary>
internal sealed record ErrorBody(ErrorDetail Error);

internal sealed record ErrorDetail(string Code, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class HttpJson : JsonSerializerContext;

using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace SmartFlexBot.Channels.Http;

/// <summary>Reads a JSON body up to a limit, and says plainly what is wrong with one that cannot be read.</summary>
internal static class RequestBody
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Twice the same name makes a JsonNode throw when it is first looked at, long after it was accepted.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>The text of a JSON object; null when there is no body at all.</summary>
    /// <exception cref="RequestRefusedException">400 not JSON or no object, 413 too long, 415 another media type.</exception>
    public static async Task<string?> ReadObjectAsync(HttpRequest request, int maximumCharacters, CancellationToken cancellationToken)
    {
        if (request.ContentLength is 0 || request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return null;
        }

        RequireJson(request);
        if (request.ContentLength > StrictUtf8.GetMaxByteCount(maximumCharacters))
        {
            throw RequestRefusedException.TooLarge(maximumCharacters);
        }

        var text = await ReadTextAsync(request, maximumCharacters, cancellationToken);
        if (text.Length == 0)
        {
            return null;
        }

        return RequireObject(text);
    }

    /// <returns>The same text.</returns>
    /// <exception cref="RequestRefusedException">400 not JSON or no object.</exception>
    public static string RequireObject(string text)
    {
        using var document = Parse(text);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? text
            : throw RequestRefusedException.BadRequest("The body must be a JSON object.");
    }

    public static async Task<T?> ReadAsync<T>(
        HttpRequest request, JsonTypeInfo<T> type, int maximumCharacters, CancellationToken cancellationToken) where T : class
    {
        if (await ReadObjectAsync(request, maximumCharacters, cancellationToken) is not { } text)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (Exception exception) when (IsBadJson(exception))
        {
            throw WrongType(exception);
        }
    }

    /// <summary>What System.Text.Json throws for text that is JSON and still unusable, such as half a surrogate pair.</summary>
    public static bool IsBadJson(Exception exception) => exception is JsonException or InvalidOperationException or ArgumentException;

    public static RequestRefusedException WrongType(Exception exception) => RequestRefusedException.BadRequest(
        exception is JsonException { Path.Length: > 1 } json ? $"The value at {json.Path} has a wrong type." : "A value in the body cannot be read.");

    private static JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Strict);
        }
        catch (Exception exception) when (IsBadJson(exception))
        {
            throw RequestRefusedException.BadRequest(exception is JsonException json
                ? $"The body is not well-formed JSON (line {json.LineNumber + 1}, position {json.BytePositionInLine + 1})."
                : "The body holds a name that is not well-formed text.");
        }
    }

    private static void RequireJson(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            throw RequestRefusedException.NotJson();
        }
    }

    private static async Task<string> ReadTextAsync(HttpRequest request, int maximumCharacters, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<char>.Shared.Rent(Math.Min(16 * 1024, maximumCharacters));
        try
        {
            using var reader = new StreamReader(request.Body, StrictUtf8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            var text = new StringBuilder();
            int read;
            while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (text.Length + read > maximumCharacters)
                {
                    throw RequestRefusedException.TooLarge(maximumCharacters);
                }

                text.Append(buffer, 0, read);
            }

            return text.ToString();
        }
        catch (DecoderFallbackException)
        {
            throw RequestRefusedException.BadRequest("The body is not UTF-8.");
        }
        finally
        {
            // What a customer wrote does not stay behind in a shared buffer.
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        }
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Channels.Http;

/// <summary>Reads a JSON body up to a limit, parses it once, and says plainly what is wrong with one that cannot be read.</summary>
internal static class RequestBody
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The activity that was posted.</summary>
    /// <exception cref="RequestRefusedException">400 none, or none that can be read, 413 too long, 415 another media type.</exception>
    public static async Task<Activity> ReadActivityAsync(HttpRequest request, int maximumCharacters, CancellationToken cancellationToken) =>
        ReadActivity(await TakeActivityAsync(request, maximumCharacters, cancellationToken));

    /// <summary>The activity that was posted, still as it came.</summary>
    /// <inheritdoc cref="ReadActivityAsync"/>
    public static async Task<byte[]> TakeActivityAsync(HttpRequest request, int maximumCharacters, CancellationToken cancellationToken) =>
        await ReadBytesAsync(request, maximumCharacters, cancellationToken)
            ?? throw RequestRefusedException.Missing("The body must be an activity.");

    /// <inheritdoc cref="ReadActivityAsync"/>
    public static Activity ReadActivity(byte[] body)
    {
        try
        {
            return ActivityJson.ReadInbound(body);
        }
        catch (JsonException exception)
        {
            throw BadJson(exception);
        }
    }

    /// <returns>Null when there is no body at all.</returns>
    /// <exception cref="RequestRefusedException">400 not JSON or no object, 413 too long, 415 another media type.</exception>
    public static async Task<T?> ReadAsync<T>(
        HttpRequest request, JsonTypeInfo<T> type, int maximumCharacters, CancellationToken cancellationToken) where T : class
    {
        if (await ReadBytesAsync(request, maximumCharacters, cancellationToken) is not { } body)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw RequestRefusedException.BadRequest("The body must be a JSON object.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // The latter two are for text that is JSON and still unusable, such as half a surrogate pair.
            throw BadJson(exception);
        }
    }

    /// <summary>Takes bytes until there are more than so many characters of UTF-8 can have.</summary>
    /// <exception cref="RequestRefusedException">400 not UTF-8, 413 too long.</exception>
    public static async Task<byte[]> TakeAsync(Stream body, int maximumCharacters, CancellationToken cancellationToken)
    {
        using var taken = new MemoryStream();
        var buffer = new byte[8 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            taken.Write(buffer, 0, read);
            if (taken.Length > StrictUtf8.GetMaxByteCount(maximumCharacters))
            {
                throw RequestRefusedException.TooLarge(maximumCharacters);
            }
        }

        var bytes = taken.ToArray();
        return Characters(bytes) <= maximumCharacters ? bytes : throw RequestRefusedException.TooLarge(maximumCharacters);
    }

    private static async Task<byte[]?> ReadBytesAsync(HttpRequest request, int maximumCharacters, CancellationToken cancellationToken)
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

        return await TakeAsync(request.Body, maximumCharacters, cancellationToken) is { Length: > 0 } body ? body : null;
    }

    private static int Characters(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetCharCount(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw RequestRefusedException.BadRequest("The body is not UTF-8.");
        }
    }

    private static RequestRefusedException BadJson(Exception exception) => RequestRefusedException.BadRequest(exception switch
    {
        // What the reader of JSON itself says comes wrapped: the text is broken there.
        JsonException { InnerException: JsonException, LineNumber: { } line, BytePositionInLine: { } position } =>
            $"The body is not well-formed JSON, or nested too deep (line {line + 1}, position {position + 1}).",
        JsonException { Path.Length: > 1 } json => $"The value at {json.Path} cannot be used.",
        JsonException => "The body must be a JSON object.",
        _ => "A value in the body cannot be read.",
    });

    private static void RequireJson(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            throw RequestRefusedException.NotJson();
        }
    }
}

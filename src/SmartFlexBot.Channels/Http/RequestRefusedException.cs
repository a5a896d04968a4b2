using Microsoft.AspNetCore.Http;

namespace SmartFlexBot.Channels.Http;

/// <summary>
/// A refusal in the protocols' own words (bot protocol B2, D5): status, code, and a sentence for the developer who reads it.
/// </summary>
internal sealed class RequestRefusedException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>When the same may be tried again; null when that helps nothing.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public static RequestRefusedException BadRequest(string message) => new(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static RequestRefusedException Missing(string message) => new(StatusCodes.Status400BadRequest, "MissingProperty", message);

    public static RequestRefusedException Unauthorized(string message) => new(StatusCodes.Status401Unauthorized, "Unauthorized", message);

    // 403 and not 401: clients take 403 for "this token is no good, get another", and 401 for nothing they know (D2).
    public static RequestRefusedException Forbidden(string message) => new(StatusCodes.Status403Forbidden, "BadArgument", message);

    public static RequestRefusedException Expired() =>
        new(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired. Ask for a new one.");

    public static RequestRefusedException NotFound() =>
        new(StatusCodes.Status404NotFound, "NotFound", "There is no such conversation.");

    public static RequestRefusedException TooManyRequests(TimeSpan retryAfter) =>
        new(StatusCodes.Status429TooManyRequests, "RateLimited", "Too many requests came in a short time. Please wait a little.")
        {
            RetryAfter = retryAfter,
        };

    public static RequestRefusedException NoMoreSockets() =>
        new(StatusCodes.Status503ServiceUnavailable, "ServiceError", "As many sockets are open as this host takes.")
        {
            RetryAfter = TimeSpan.FromSeconds(10),
        };

    public static RequestRefusedException Unavailable(string message) =>
        new(StatusCodes.Status503ServiceUnavailable, "ServiceError", message) { RetryAfter = TimeSpan.FromSeconds(10) };

    public static RequestRefusedException TooLarge(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"The body is longer than {limit} characters.");

    public static RequestRefusedException TooManyFiles(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"More than {limit} files came at once.");

    public static RequestRefusedException FilesTooLarge(long file, long total) =>
        new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"A file may have {file} bytes, all of a message {total}.");

    public static RequestRefusedException FileNotTaken(string message) =>
        new(StatusCodes.Status415UnsupportedMediaType, "FileNotTaken", message);

    public static RequestRefusedException NotMultipart() =>
        new(StatusCodes.Status415UnsupportedMediaType, "BadArgument", "The Content-Type must be multipart/form-data.");

    public static RequestRefusedException NotJson() =>
        new(StatusCodes.Status415UnsupportedMediaType, "BadArgument", "The Content-Type must be application/json in UTF-8.");
}

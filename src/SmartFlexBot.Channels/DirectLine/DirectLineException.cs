using Microsoft.AspNetCore.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>A refusal in the protocol's own words (bot protocol D5): status, code, and a sentence for the developer who reads it.</summary>
internal sealed class DirectLineException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static DirectLineException BadRequest(string message) => new(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static DirectLineException Missing(string message) => new(StatusCodes.Status400BadRequest, "MissingProperty", message);

    public static DirectLineException Unauthorized(string message) => new(StatusCodes.Status401Unauthorized, "Unauthorized", message);

    // 403 and not 401: clients take 403 for "this token is no good, get another", and 401 for nothing they know (D2).
    public static DirectLineException Forbidden(string message) => new(StatusCodes.Status403Forbidden, "BadArgument", message);

    public static DirectLineException Expired() =>
        new(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired. Ask for a new one.");

    public static DirectLineException NotFound() =>
        new(StatusCodes.Status404NotFound, "NotFound", "There is no such conversation.");

    public static DirectLineException TooLarge(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"The body is longer than {limit} characters.");

    public static DirectLineException TooManyFiles(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"More than {limit} files came at once.");

    public static DirectLineException FilesTooLarge(long file, long total) =>
        new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"A file may have {file} bytes, all of a message {total}.");

    public static DirectLineException NotMultipart() =>
        new(StatusCodes.Status415UnsupportedMediaType, "BadArgument", "The Content-Type must be multipart/form-data.");

    public static DirectLineException NotJson() =>
        new(StatusCodes.Status415UnsupportedMediaType, "BadArgument", "The Content-Type must be application/json in UTF-8.");
}

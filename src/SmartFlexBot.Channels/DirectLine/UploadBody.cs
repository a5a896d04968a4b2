using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <param name="ActivityJson">The part named "activity"; null when there is none.</param>
/// <param name="Files">What was sent along: type and name. The bytes were read and counted.</param>
/// <param name="Kept">With their bytes, where somebody looks at them; else empty, and the bytes are dropped.</param>
internal sealed record UploadBody(byte[]? ActivityJson, IReadOnlyList<Attachment> Files, IReadOnlyList<SentFile> Kept)
{
    private const string ActivityPart = "activity";
    private const int MaximumNameLength = 200;

    /// <summary>
    /// Reads a multipart/form-data body as clients send it (bot protocol D4). No file is ever whole in memory, but where somebody looks at
    /// it, and none is on disk.
    /// </summary>
    /// <param name="wanted">What somebody would look at; null where nobody does.</param>
    /// <exception cref="RequestRefusedException">400 broken or too many files, 413 too large, 415 another media type.</exception>
    public static async Task<UploadBody> ReadAsync(
        HttpRequest request, DirectLineOptions limits, FileRoom? wanted, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(Boundary(request), request.Body);
        var (activity, files, kept, total) = ((byte[]?)null, new List<Attachment>(), new List<SentFile>(), 0L);
        var most = Math.Min(limits.MaximumFiles, wanted?.Number ?? limits.MaximumFiles);
        var largest = Math.Min(limits.MaximumFileBytes, wanted?.Bytes ?? limits.MaximumFileBytes);
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                {
                    throw RequestRefusedException.BadRequest("Each part of the body needs a Content-Disposition.");
                }

                if (Text(disposition.Name) == ActivityPart)
                {
                    activity = await RequestBody.TakeAsync(section.Body, limits.MaximumActivityCharacters, cancellationToken);
                    continue;
                }

                if (files.Count == most)
                {
                    throw RequestRefusedException.TooManyFiles(most);
                }

                using var copy = wanted is null ? null : new MemoryStream();
                total += await ReadAsync(section.Body, copy, Math.Min(largest, limits.MaximumUploadBytes - total), cancellationToken)
                    ?? throw RequestRefusedException.FilesTooLarge(largest, limits.MaximumUploadBytes);
                files.Add(new Attachment { ContentType = TypeOf(section.ContentType), Name = NameOf(disposition) });
                if (copy is not null)
                {
                    kept.Add(new(NameOf(disposition), copy.ToArray()));
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw RequestRefusedException.BadRequest("The body is no complete multipart/form-data.");
        }

        return new(activity, files, kept);
    }

    private static string Boundary(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            throw RequestRefusedException.NotMultipart();
        }

        return Text(type.Boundary) is { Length: > 0 and <= 200 } boundary
            ? boundary
            : throw RequestRefusedException.BadRequest("The Content-Type needs a boundary.");
    }

    /// <param name="copy">Null: the bytes are counted alone.</param>
    /// <returns>How many there are; null when they are more than the limit.</returns>
    private static async Task<long?> ReadAsync(Stream file, MemoryStream? copy, long limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        var count = 0L;
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if ((count += read) > limit)
            {
                return null;
            }

            copy?.Write(buffer, 0, read);
        }

        return count;
    }

    private static string TypeOf(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Length <= MaximumNameLength
            ? type.MediaType.ToString()
            : "application/octet-stream";

    private static string NameOf(ContentDispositionHeaderValue disposition)
    {
        var name = Path.GetFileName(Text(disposition.FileNameStar) is { Length: > 0 } star ? star : Text(disposition.FileName));
        return name is { Length: > 0 } ? name[..Math.Min(name.Length, MaximumNameLength)] : "file";
    }

    private static string Text(Microsoft.Extensions.Primitives.StringSegment value) => HeaderUtilities.RemoveQuotes(value).ToString();
}

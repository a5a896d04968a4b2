using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <param name="ActivityJson">The part named "activity"; null when there is none.</param>
/// <param name="Files">What was sent along: type and name. The bytes were read, counted and dropped.</param>
internal sealed record UploadBody(byte[]? ActivityJson, IReadOnlyList<Attachment> Files)
{
    private const string ActivityPart = "activity";
    private const int MaximumNameLength = 200;

    /// <summary>
    /// Reads a multipart/form-data body as clients send it (bot protocol D4). No file is ever whole in memory, or on disk.
    /// </summary>
    /// <exception cref="RequestRefusedException">400 broken or too many files, 413 too large, 415 another media type.</exception>
    public static async Task<UploadBody> ReadAsync(HttpRequest request, DirectLineOptions limits, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(Boundary(request), request.Body);
        var (activity, files, total) = ((byte[]?)null, new List<Attachment>(), 0L);
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

                if (files.Count == limits.MaximumFiles)
                {
                    throw RequestRefusedException.TooManyFiles(limits.MaximumFiles);
                }

                total += await CountAsync(
                    section.Body, Math.Min(limits.MaximumFileBytes, limits.MaximumUploadBytes - total), limits, cancellationToken);
                files.Add(new Attachment { ContentType = TypeOf(section.ContentType), Name = NameOf(disposition) });
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw RequestRefusedException.BadRequest("The body is no complete multipart/form-data.");
        }

        return new(activity, files);
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

    private static async Task<long> CountAsync(Stream file, long limit, DirectLineOptions limits, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        var count = 0L;
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if ((count += read) > limit)
            {
                throw RequestRefusedException.FilesTooLarge(limits.MaximumFileBytes, limits.MaximumUploadBytes);
            }
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

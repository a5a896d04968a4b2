using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace SmartFlexBot.Web.Page;

/// <summary>
/// The page's files, each compressed once for all browsers. Over https that gives nothing away: nothing of theirs is secret (BREACH
/// needs a secret in the same answer).
/// </summary>
internal sealed class PackedFiles(IWebHostEnvironment environment)
{
    private static readonly string[] PackedTypes = ["text/javascript", "text/css", "image/svg+xml"];

    private readonly ConcurrentDictionary<(string Path, string Encoding), PackedFile> _packed = new();
    private readonly FileExtensionContentTypeProvider _types = new();
    private int _times;

    /// <summary>How often something was compressed.</summary>
    public int Times => Volatile.Read(ref _times);

    /// <summary>Answers what is a file of the page for a browser that can unpack; the rest is for whoever comes next.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (Find(context.Request) is not var (file, type, encoding))
        {
            return next(context);
        }

        var packed = _packed.AddOrUpdate(
            (file.PhysicalPath!, encoding),
            _ => Pack(file, encoding),
            (_, known) => known.Changed == file.LastModified ? known : Pack(file, encoding));
        SetHeaders(context.Response);
        context.Response.Headers.ContentEncoding = encoding;
        var (bytes, tag) = packed.Content.Value;
        return Results.Bytes(bytes, type, lastModified: packed.Changed, entityTag: tag).ExecuteAsync(context);
    }

    /// <summary>Asked for anew each time and answered with 304: a deployment is seen at once.</summary>
    public static void SetHeaders(HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
    }

    private (IFileInfo File, string Type, string Encoding)? Find(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && _types.TryGetContentType(request.Path.Value ?? "", out var type) && PackedTypes.Contains(type)
        && EncodingFor(request) is { } encoding
        && environment.WebRootFileProvider.GetFileInfo(request.Path.Value!) is var file && IsOnDisk(file)
            ? (file, type, encoding)
            : null;

    private static bool IsOnDisk(IFileInfo file) => file is { Exists: true, IsDirectory: false, PhysicalPath: not null };

    private static string? EncodingFor(HttpRequest request)
    {
        string[] accepted = StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var values)
            ? [.. values.Where(value => value.Quality is not 0).Select(value => value.Value.ToString())]
            : [];
        return accepted.Contains("br", StringComparer.OrdinalIgnoreCase) ? "br"
            : accepted.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? "gzip"
            : null;
    }

    private PackedFile Pack(IFileInfo file, string encoding) => new(file.LastModified, new(() =>
    {
        Interlocked.Increment(ref _times);
        using var packed = new MemoryStream();
        using (Stream packing = encoding == "br"
            ? new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)
            : new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            using var content = file.CreateReadStream();
            content.CopyTo(packing);
        }

        var bytes = packed.ToArray();
        return (bytes, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(..16))}\""));
    }));

    private sealed record PackedFile(DateTimeOffset Changed, Lazy<(byte[] Bytes, EntityTagHeaderValue Tag)> Content);
}

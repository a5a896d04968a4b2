using Microsoft.AspNetCore.Http.Headers;

namespace SmartFlexBot.Web.Page;

/// <summary>The languages the page speaks; wwwroot/text has one file for each.</summary>
public static class PageLanguages
{
    public const string Default = "en";

    // By the name that the project file gives the files of wwwroot/text.
    private const string Folder = "page-text/";

    public static IReadOnlyList<string> All { get; } =
        [.. typeof(PageLanguages).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name[Folder.Length..]))];

    /// <returns>The language of a BCP-47 tag in whatever region ("de-AT" is "de"); null when the page does not speak it.</returns>
    public static string? Match(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag))
        {
            return null;
        }

        var language = tag.Split('-', '_')[0].Trim();
        return All.FirstOrDefault(known => known.Equals(language, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The first of the browser's languages that the page speaks.</summary>
    public static string FromBrowser(HttpRequest request) =>
        new RequestHeaders(request.Headers).AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Match(language.Value.Value))
            .FirstOrDefault(language => language is not null) ?? Default;
}

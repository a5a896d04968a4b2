using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Rest;

/// <summary>
/// Pages as the public REST has them: <c>page</c> from 1, <c>page_size</c> 100 unless told, and the addresses of the neighbours.
/// </summary>
internal static class RestPaging
{
    private const int DefaultSize = 100;
    private const int LargestSize = 1500;

    /// <returns>Null when there is no such page.</returns>
    public static RestPage<T>? Of<T>(IReadOnlyList<T> all, HttpContext http, SimulatorOptions options)
    {
        var size = Number(http, "page_size", DefaultSize) is var asked and > 0 ? Math.Min(asked, LargestSize) : DefaultSize;
        var page = Number(http, "page", 1);
        var last = Math.Max(1, (all.Count + size - 1) / size);
        if (page < 1 || page > last)
        {
            return null;
        }

        return new(
            all.Count,
            page < last ? Address(http, options, page + 1) : null,
            page > 1 ? Address(http, options, page - 1) : null,
            [.. all.Skip((page - 1) * size).Take(size)]);
    }

    private static int Number(HttpContext http, string name, int absent) =>
        http.Request.Query[name].ToString() is { Length: > 0 } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
            : absent;

    private static string Address(HttpContext http, SimulatorOptions options, int page)
    {
        var others = http.Request.Query.Where(pair => pair.Key != "page")
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()));
        var query = new QueryBuilder(others) { { "page", page.ToString(CultureInfo.InvariantCulture) } };
        return new Uri(Links.BaseUri(http, options), $"{http.Request.Path}{query}").AbsoluteUri;
    }
}

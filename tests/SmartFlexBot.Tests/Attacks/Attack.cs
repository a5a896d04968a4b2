using System.Globalization;
using System.Text;

namespace SmartFlexBot.Tests.Attacks;

/// <summary>One request that somebody might try, byte for byte.</summary>
/// <param name="Request">
/// With places for what the attacked host gives out: {host}, {token} and {conversation} of the victim, {own} token of the attacker, and
/// {forged:kind}.
/// </param>
/// <param name="Refusals">The statuses that refuse it.</param>
internal sealed record Attack(string Name, string Request, int[] Refusals)
{
    /// <summary>What must not be in the answer, whatever its status is.</summary>
    public string? Lacks { get; init; }

    /// <summary>A request of HTTP/1.1; the places of "Host", "Origin" and "Content-Type" are taken by headers of those names.</summary>
    public static string Call(string method, string path, string? authorization = null, string? body = null, params string[] headers)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{method} {path} HTTP/1.1\r\n");
        (string Name, string? Value)[] usual =
        [
            ("Host", "{host}"), ("Origin", "http://{host}"), ("Connection", "close"),
            ("Authorization", authorization), ("Content-Type", body is null ? null : "application/json"),
        ];
        foreach (var (name, value) in usual)
        {
            if (value is not null && !headers.Any(header => header.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase)))
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
            }
        }

        foreach (var header in headers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{header}\r\n");
        }

        return text.Append(body is null ? "\r\n" : $"Content-Length: {{length}}\r\n\r\n{body}").ToString();
    }

    /// <summary>The same attack at several addresses.</summary>
    public static IEnumerable<Attack> At(
        IEnumerable<(string Method, string Path, string? Body)> places, string name, string? authorization, int[] refusals,
        params string[] headers) =>
        places.Select(place => new Attack(
            $"{name}: {place.Method} {place.Path}", Call(place.Method, place.Path, authorization, place.Body, headers), refusals));
}

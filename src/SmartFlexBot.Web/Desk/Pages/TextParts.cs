using System.Text.RegularExpressions;

namespace SmartFlexBot.Web.Desk.Pages;

/// <param name="Link">Where it leads; null for mere words.</param>
public sealed record TextPart(string Text, Uri? Link);

/// <summary>
/// What people wrote, as words and web addresses. Only http and https can be opened, and where one leads stands beside it, as the browser
/// reads it: a name that only looks like another shows itself.
/// </summary>
public static partial class TextParts
{
    // What ends a sentence is no part of an address.
    private const string SentenceEnds = ".,;:!?)]}'\"»”";

    public static IEnumerable<TextPart> Of(string text)
    {
        var place = 0;
        foreach (Match match in Address().Matches(text))
        {
            var address = match.Value.TrimEnd(SentenceEnds.ToCharArray());
            if (!Uri.TryCreate(address, UriKind.Absolute, out var link) || link.UserInfo.Length > 0)
            {
                continue;
            }

            if (match.Index > place)
            {
                yield return new(text[place..match.Index], null);
            }

            yield return new(address, link);
            place = match.Index + address.Length;
        }

        if (place < text.Length)
        {
            yield return new(text[place..], null);
        }
    }

    [GeneratedRegex(@"\bhttps?://[^\s<>""]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}

using System.Net;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;

namespace SmartFlexBot.Tests.BotFramework.Templating;

/// <summary>Judged by markdown-it, the renderer of Web Chat's cards, with HTML from links that type themselves.</summary>
public sealed class MarkdownTextTests
{
    private static readonly string[] Written =
    [
        "Ada Lovelace", "[click](https://example.com)", "![x](y.png)", "*bold* _it_ __b__ ***", "`code` ```", "# Title", "+ item", "- item",
        "* item",
        "1. item", "12) item", "1.5 kWh", "> quote", "<b>x</b>", "<https://example.com>", "&lt; &copy; &#35;", "~~gone~~", "a | b",
        "\\ \\* \\[", "---", "===",
        "https://example.com/a?b=c", "www.example.com", "example.com", "mail me@example.com", "mailto:me@example.com",
        "[ref]: https://example.com",
        "{{DATE(2020-01-01T00:00:00Z)}}", "O'Brien-Smith", "No. 5", "#1", "2026-11-23", "-5 °C", "a#b", "Zoë 🚗", "//example.com",
        "ftp://example.com", "*", "_", "1.",
    ];

    [Fact]
    public async Task Text_from_people_is_shown_letter_by_letter()
    {
        var texts = Written.Concat(Generated()).Where(text => text.Length > 0).ToList();

        // At the start of a line, and inside one: "Hello ${name}, ...".
        await ShouldShowAsync(texts, text => text);
        await ShouldShowAsync(texts, text => $"Hello {text}, go on");
    }

    [Theory]
    [InlineData("a\nb", "a b")]
    [InlineData("a\r\n\r\n# b", "a # b")]
    [InlineData("  a \t b  ", "a b")]
    [InlineData("\n    code", "code")]
    [InlineData("a\u2028b\u0085c\u0000d", "a b c d")]
    [InlineData(" \n ", "")]
    [InlineData("", "")]
    public void White_space_and_control_characters_become_one_space(string text, string expected) =>
        MarkdownText.Escape(text).ShouldBe(expected);

    [Fact]
    public void Plain_words_stay_as_they_are() =>
        MarkdownText.Escape("Tesla Model 3, 60 kWh - grey").ShouldBe("Tesla Model 3, 60 kWh - grey");

    [Fact]
    public void The_date_function_of_cards_is_broken_up() =>
        MarkdownText.Escape("{{DATE(2020-01-01T00:00:00Z)}}").ShouldNotContain("{{DATE(");

    private static IEnumerable<string> Generated()
    {
        const string letters = "ab1 .:/@#*_`[]()<>!|~&\\{}-+=\"'w";
        var random = new Random(7);
        return Enumerable.Range(0, 500).Select(_ => string.Join(' ', new string(random.GetItems<char>(letters, random.Next(1, 14)))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    private static async Task ShouldShowAsync(List<string> texts, Func<string, string> place)
    {
        var markdown = texts.Select(text => (JsonNode)place(MarkdownText.Escape(text)));
        var html = await NodePackages.RunAsync("render-markdown.mjs", new JsonArray([.. markdown]));

        for (var at = 0; at < texts.Count; at++)
        {
            var shown = (string)html[at]!;
            shown.ShouldStartWith("<p>", customMessage: texts[at]);
            shown[3..^5].ShouldNotContain("<", customMessage: texts[at]);
            WebUtility.HtmlDecode(shown[3..^5]).ShouldBe(place(texts[at]));
        }
    }
}

using System.Text.Json.Nodes;
using System.Xml.Linq;
using SmartFlexBot.Conversations.Accounts;
using SmartFlexBot.Web.Privacy;

namespace SmartFlexBot.Tests.Web.Privacy;

/// <summary>What a customer's export says of each message, to somebody who reads it.</summary>
public sealed class ExportPageTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"text":"Hello","locale":"en-GB"}""", "Hello")]
    [InlineData("""{"text":"<b>"}""", "&lt;b&gt;")]
    [InlineData("""{"attachments":[{"contentType":"x","content":{"body":[{"text":"Your car","color":"good"}]}}]}""", "Your car")]
    [InlineData("""{"attachments":[{"content":{"body":[{"type":"FactSet","facts":[{"title":"Day","value":"20 p"}]}]}}]}""", "Day<br>20 p")]
    [InlineData("""{"attachments":[{"content":{"actions":[{"title":"Yes","data":{"text":"secret","ticket":"t"}}]}}]}""", "Yes")]
    [InlineData("""{"attachments":[{"content":{"body":[{"type":"Input.Text","value":"before","title":"Serial"}]}}]}""", "Serial")]
    [InlineData("""{"value":{"title":"Yes","choice":"car"}}""", "Yes<br>choice: car")]
    [InlineData("""{"value":[{"serial":"17"}]}""", "serial: 17")]
    public void A_message_is_told_by_its_words_its_cards_and_what_was_pressed(string activity, string expected)
    {
        var page = ExportPage.Of(Export(JsonNode.Parse(activity)!));

        var line = page.Split('\n').Single(each => each.StartsWith("<p><time>", StringComparison.Ordinal) && each.Contains("<b>"));
        var words = line[(line.IndexOf("</b> ", StringComparison.Ordinal) + 5)..^"</p>".Length];
        words.ShouldBe(expected);
    }

    [Fact]
    public void Who_spoke_is_told_and_what_is_very_long_is_left_to_the_file()
    {
        var page = ExportPage.Of(Export(
            JsonNode.Parse("""{"from":{"role":"bot"},"text":"Hi"}""")!,
            new JsonObject { ["text"] = new string('x', 2_001) },
            new JsonObject { ["text"] = new string('y', 2_000) }));

        page.ShouldContain("<b>Bot:</b> Hi");
        page.ShouldContain("<b>You:</b> (2,001 characters, in the JSON file)");
        page.ShouldContain(new string('y', 2_000));
    }

    [Fact]
    public void Evidence_stands_apart_from_what_else_is_known_and_from_what_is_still_to_come()
    {
        var page = ExportPage.Of(new("A-1", At, [],
            [new("consent", IsEvidence: true, At, null, new JsonObject { ["words"] = "yes" }), new("journey", false, At, null, null)],
            [new("Command", "Start", At, null)]));

        page.ShouldContain("<h2>Consents and agreements: consent</h2>");
        page.ShouldContain("<dt>words</dt><dd>yes</dd>");
        page.ShouldContain("<h2>What else is known: journey</h2>");
        page.ShouldContain("<h2>Waiting: Command Start</h2>");
        page.ShouldContain("2026-11-27 09:00:00 UTC");
    }

    [Fact]
    public void The_page_is_whole_whatever_stands_in_it_and_says_whose_it_is()
    {
        var state = JsonNode.Parse("""{"car":{"make":"Kia & Co","tags":["<i>","b"]},"none":null}""");
        var page = ExportPage.Of(new("A-1 <", At, [new("c1", At, At, state, state, [new(At, state)])],
            [new("consent", IsEvidence: true, At, null, state)], [new("Command", "Start", At, state)]));

        // What begins and does not end would be refused here.
        var body = XElement.Parse($"<body>{page.Split("<body>")[1].Split("</html>")[0]}");

        body.Elements("h1").Single().Value.ShouldBe("What is kept of account A-1 <");
        body.Elements("section").Count().ShouldBe(3);
        body.Descendants("dd").Select(each => each.Value).ShouldContain("Kia & Co");
        body.Descendants("li").Select(each => each.Value).ShouldContain("<i>");
    }

    private static AccountExport Export(params JsonNode[] activities) => new(
        "A-1", At, [new("c1", At, At, null, null, [.. activities.Select(activity => new ExportedMessage(At, activity))])], [], []);
}

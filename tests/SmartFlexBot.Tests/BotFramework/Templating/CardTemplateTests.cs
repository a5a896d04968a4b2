using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;

namespace SmartFlexBot.Tests.BotFramework.Templating;

public sealed class CardTemplateTests
{
    [Theory]
    [InlineData("""{"body":[{"text":"Hi ${name"}]}""", "$.body[0].text", 4, "never closed")]
    [InlineData("""{"body":[{"text":"${a} ${toUpper(b)}"}]}""", "$.body[0].text", 8, "no function 'toUpper'")]
    [InlineData("""{"t":"${a ==}"}""", "$.t", 7, "a value is expected, not '}'")]
    [InlineData("""{"t":"${a = b}"}""", "$.t", 5, "'=' has no meaning")]
    [InlineData("""{"t":"${(a}"}""", "$.t", 5, "')' is expected")]
    [InlineData("""{"t":"${a b}"}""", "$.t", 5, "an operator")]
    [InlineData("""{"t":"${a.}"}""", "$.t", 5, "a property name")]
    [InlineData("""{"t":"${a[}"}""", "$.t", 5, "a value")]
    [InlineData("""{"t":"${'a}"}""", "$.t", 3, "never closed")]
    [InlineData("""{"t":"${}"}""", "$.t", 3, "empty")]
    [InlineData("""{"t":"${$host}"}""", "$.t", 3, "no '$host'")]
    [InlineData("""{"t":"${if(a, b)}"}""", "$.t", 10, "',' is expected")]
    [InlineData("""{"t":"${1.}"}""", "$.t", 4, "an operator")]
    [InlineData("""{"a":{"$when":"yes"}}""", "$.a.$when", 0, "$when is one")]
    [InlineData("""{"a":{"$when":null}}""", "$.a", 0, "$when is one")]
    [InlineData("""{"a":{"$data":["${x}"]}}""", "$.a.$data[0]", 0, "plain JSON")]
    [InlineData("""["a"]""", "$", 0, "JSON object")]
    [InlineData("""{"a":1,"a":2}""", "$", 0, "a")]
    [InlineData("""{"a":""", "$", 0, "")]
    public void A_mistake_is_found_when_the_template_is_parsed_and_says_where(string template, string path, int column, string problem)
    {
        var error = Should.Throw<CardTemplateException>(() => CardTemplate.Parse("welcome.json", template));

        (error.Template, error.Path, error.Column).ShouldBe(("welcome.json", path, column));
        error.Problem.ShouldContain(problem);
        error.Message.ShouldContain("welcome.json");
        error.Message.ShouldContain(path);
    }

    [Fact]
    public void Depth_is_bounded()
    {
        var deep = new JsonObject();
        for (var level = 0; level < 5000; level++)
        {
            deep = new JsonObject { ["c"] = deep };
        }

        var parentheses = new JsonObject { ["t"] = "${" + new string('(', 5000) + "a" + new string(')', 5000) + "}" };
        var chain = new JsonObject { ["t"] = "${a" + string.Concat(Enumerable.Repeat(" && a", 5000)) + "}" };

        Should.Throw<CardTemplateException>(() => CardTemplate.Parse("card", deep)).Problem.ShouldContain("64 levels");
        Should.Throw<CardTemplateException>(() => CardTemplate.Parse("card", parentheses)).Problem.ShouldContain("256 tokens");
        Should.Throw<CardTemplateException>(() => CardTemplate.Parse("card", chain)).Problem.ShouldContain("256 tokens");
    }

    [Theory]
    [InlineData("""{"t":"Hi ${nope}"}""", "${nope}")]
    [InlineData("""{"t":"${o.nope}","u":"${list[7]}"}""", "${o.nope}, ${list[7]}")]
    [InlineData("""{"t":"Hi ${none}"}""", "${none}")]
    [InlineData("""{"a":[{"$data":"${nope}","t":"fixed"}]}""", "${nope}")]
    public void Strict_refuses_a_card_with_a_leftover_and_names_it(string template, string leftovers)
    {
        var card = CardTemplate.Parse("card", template);

        Should.Throw<CardTemplateException>(() => card.ExpandStrict(Data())).Problem.ShouldEndWith(leftovers);
    }

    [Theory]
    [InlineData("""{"t":"${evil}"}""", """{"t":"${name}"}""")] // written by a person, not left by us
    [InlineData("""{"t":"\\${name} ${name}"}""", """{"t":"${name} Ada"}""")] // escaped in the template
    [InlineData("""{"a":[{"$when":"${nope}","t":"${nope}"}]}""", """{"a":[]}""")] // never shown
    [InlineData("""{"a":[{"$data":"${nope}","$when":"${name != null}","t":"${name}"}]}""", """{"a":[]}""")]
    [InlineData("""{"t":"${none}"}""", """{"t":null}""")] // null is a value
    [InlineData("""{"t":"${if(nope == null, name, nope)}"}""", """{"t":"Ada"}""")] // the other branch is not taken
    public void Strict_accepts_what_is_no_leftover(string template, string expected) =>
        JsonNode.DeepEquals(CardTemplate.Parse("card", template).ExpandStrict(Data()), JsonNode.Parse(expected)).ShouldBeTrue();

    [Theory]
    [InlineData("${$root.secret}")]
    [InlineData("\"},{\"type\":\"Action.OpenUrl\",\"url\":\"https://example.com\"},{\"x\":\"")]
    [InlineData("\\\"}]}")]
    [InlineData("{\"type\":\"Image\"}")]
    [InlineData("`${'x'}`")]
    [InlineData("\\${secret}")]
    [InlineData("\u2028\u0000\ud83d\ude97")]
    public void Text_from_people_stays_text_wherever_a_card_puts_it(string text)
    {
        var card = CardTemplate.Parse("card", """
            {
              "a": "${t}", "b": "<${t}>", "c": [{"$data": "${list}", "v": "${$data}", "w": "${$data} ${$index}"}],
              "d": "${if(t != null, t, 1)}"
            }
            """);

        var expanded = card.ExpandStrict(new JsonObject { ["t"] = text, ["list"] = new JsonArray(text, text), ["secret"] = "x" });

        var expected = new JsonObject
        {
            ["a"] = text,
            ["b"] = $"<{text}>",
            ["c"] = new JsonArray(
                new JsonObject { ["v"] = text, ["w"] = text + " 0" },
                new JsonObject { ["v"] = text, ["w"] = text + " 1" }),
            ["d"] = text,
        };
        JsonNode.DeepEquals(expanded, expected).ShouldBeTrue(expanded.ToJsonString());
    }

    [Fact]
    public void A_card_shares_no_node_with_its_template_or_data_and_can_be_expanded_again()
    {
        var template = JsonNode.Parse("""{"fixed":{"a":1},"data":"${o}","again":"${o}"}""")!.AsObject();
        var data = Data();
        var card = CardTemplate.Parse("card", template);

        var first = card.Expand(data);
        first["fixed"]!["a"] = 2;
        first["data"]!["k"] = "changed";
        template["fixed"]!["a"] = 3;

        card.Expand(data).ToJsonString().ShouldBe("""{"fixed":{"a":1},"data":{"k":1},"again":{"k":1}}""");
    }

    [Fact]
    public void Values_made_in_code_read_as_their_JSON()
    {
        var when = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
        var data = new JsonObject { ["at"] = JsonValue.Create(when), ["price"] = 12.50m, ["n"] = 3L, ["id"] = Guid.Empty };

        var card = CardTemplate.Parse("card", """{"t":"${at} ${price} ${n} ${id}","n":"${n == 3 && price > 12}"}""").ExpandStrict(data);

        ((string)card["t"]!).ShouldBe("2026-11-23T08:00:00+00:00 12.5 3 00000000-0000-0000-0000-000000000000");
        ((bool)card["n"]!).ShouldBeTrue();
    }

    private static JsonNode Data() =>
        JsonNode.Parse("""{"name":"Ada","evil":"${name}","none":null,"list":[1],"o":{"k":1}}""")!;
}

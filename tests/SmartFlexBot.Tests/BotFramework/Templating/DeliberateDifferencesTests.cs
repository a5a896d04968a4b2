using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;

namespace SmartFlexBot.Tests.BotFramework.Templating;

/// <summary>
/// Where we leave the reference on purpose: it throws or loses a value at run time. Ours keeps the literal, which
/// <see cref="CardTemplate.ExpandStrict"/> reports, or refuses the template when it is parsed.
/// </summary>
public sealed class DeliberateDifferencesTests
{
    private const string Data =
        """{"name":"Ada","none":null,"no":false,"list":["a","b"],"o":{"k":1,"a.b":"dotted"},"twice":"""
        + """{"K":"big","k":"small"},"big":12345678901234567890}""";

    /// <summary>template value, what the reference does, what we do</summary>
    [Theory]
    [InlineData("Hi ${none}", "throws", "Hi ${none}")] // null inside a text
    [InlineData("${null}", "throws", "${null}")]
    [InlineData("${list[9]}", "throws", "${list[9]}")]
    [InlineData("${o[0]}", "throws", "${o[0]}")]
    [InlineData("${name < 1}", "throws", "${(name < 1)}")]
    [InlineData("${nope[0]}", "throws", "${nope[0]}")]
    [InlineData("${o['nope']}", "loses the property", "${o['nope']}")]
    [InlineData("x ${o['nope']}", "throws", "x ${o['nope']}")]
    [InlineData("${no || nope}", "loses the property", "false")] // || is a boolean, as && is
    [InlineData("x ${o}", "x [object Object]", "x ${o}")]
    [InlineData("x ${list}", "x a,b", "x ${list}")]
    [InlineData("x ${o['a.b']}", "x dotted", "x dotted")]
    [InlineData("x ${$root.o['a.b'].c}", "x ${$root.o['a.b'].c}", "x ${$root.o['a.b'].c}")]
    [InlineData("${twice.k}", "big", "small")] // the exact name before one in another casing
    [InlineData("x ${big}", "x 12345678901234567000", "x 12345678901234567890")] // no digit is lost
    [InlineData("x ${name[0]}", "x ${name[0]}", "x ${name[0]}")]
    public async Task Where_the_reference_breaks_ours_keeps_the_literal_or_the_value(string value, string reference, string ours)
    {
        var template = new JsonObject { ["v"] = value };
        var expected = await AdaptiveCardsReference.ExpandAsync(template, JsonNode.Parse(Data));

        var seen = expected.Error is not null ? "throws" : expected.Result?["v"]?.ToString() ?? "loses the property";
        seen.ShouldBe(reference);
        CardTemplate.Parse("card", template).Expand(JsonNode.Parse(Data))["v"]!.ToString().ShouldBe(ours);
    }

    [Theory]
    [InlineData("""{"v":"${toUpper(name)}"}""")]
    [InlineData("""{"v":"${nosuch(name)}"}""")]
    [InlineData("""{"v":"${name + 'x'}"}""")]
    [InlineData("""{"v":"${if(no)}"}""")]
    [InlineData("""{"v":"${no ? 1 : 2}"}""")]
    [InlineData("""{"v":"${name"}""")]
    [InlineData("""{"v":"${}"}""")]
    [InlineData("""{"b":[{"$when":true,"t":1}]}""")] // the reference drops it: only an expression can show
    [InlineData("""{"b":[{"$when":"${true}","t":1}]}""")] // and this one too: a bare literal is a text
    [InlineData("""{"b":[{"$when":"is ${no}","t":1}]}""")]
    [InlineData("""{"b":[{"$data":{"x":"${name}"},"t":"${x}"}]}""")]
    [InlineData("""{"b":[{"$data":"a ${name}","t":1}]}""")]
    public void What_is_outside_of_our_subset_is_refused_when_it_is_parsed(string template) =>
        Should.Throw<CardTemplateException>(() => CardTemplate.Parse("card", template));

    [Fact]
    public void Below_a_missing_data_nothing_is_found_where_the_reference_makes_its_own_literal_the_data()
    {
        var card = CardTemplate.Parse(
            "card", """{"b":[{"$data":"${nope}","$when":"${$data != null}","t":1},{"$data":"${nope}","t":"${$data}"}]}""");

        card.Expand(new JsonObject()).ToJsonString().ShouldBe("""{"b":[{"t":"${$data}"}]}""");
    }

    [Fact]
    public void A_card_that_is_dropped_or_repeated_as_a_whole_is_an_error()
    {
        var dropped = CardTemplate.Parse("card", """{"$when":"${shown}","type":"AdaptiveCard"}""");
        var repeated = CardTemplate.Parse("card", """{"$data":"${list}","type":"AdaptiveCard"}""");

        Should.Throw<CardTemplateException>(() => dropped.Expand(new JsonObject())).Problem.ShouldContain("whole card");
        Should.Throw<CardTemplateException>(() => repeated.Expand(JsonNode.Parse(Data)));
    }
}

using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;

namespace SmartFlexBot.Tests.BotFramework.Templating;

public sealed class GoldenTests(GoldenExpansions reference) : IClassFixture<GoldenExpansions>
{
    public static TheoryData<string> Names() => [.. GoldenCase.Written.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_of_the_reference_is_our_rule(string name) =>
        ShouldAgree(GoldenCase.Written.Single(one => one.Name == name));

    [Fact]
    public void Generated_templates_expand_as_the_reference_expands_them()
    {
        foreach (var one in reference.Generated)
        {
            ShouldAgree(one);
        }
    }

    private void ShouldAgree(GoldenCase one)
    {
        var expected = reference.Of(one);
        expected.Error.ShouldBeNull($"{one.Name}: the reference threw on {one.Template.ToJsonString()} with {one.Data?.ToJsonString()}");
        var before = one.Data?.ToJsonString();

        // Through text, as a card travels, so that only JSON counts and not how a number is held in memory.
        var ours = JsonNode.Parse(CardTemplate.Parse(one.Name, one.Template.ToJsonString()).Expand(one.Data).ToJsonString());

        JsonNode.DeepEquals(ours, expected.Result).ShouldBeTrue(
            $"{one.Name}\ntemplate  {one.Template.ToJsonString()}\ndata      {before}\n"
            + $"ours      {ours?.ToJsonString()}\nreference {expected.Result?.ToJsonString()}");
        one.Data?.ToJsonString().ShouldBe(before);
    }
}

using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.BotFramework.Templating;

public sealed class AdaptiveCardsParserTests
{
    [Fact]
    public async Task A_good_card_passes_without_an_event() =>
        (await AdaptiveCardsParser.ParseAsync([Card("""{"type":"TextBlock","text":"Hello","wrap":true}""")])).ShouldBeEmpty();

    [Fact]
    public async Task A_heading_for_screen_readers_passes() =>
        (await AdaptiveCardsParser.ParseAsync([Card("""{"type":"TextBlock","text":"Hello","style":"heading"}""")])).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"type":"TextBlok","text":"Hello"}""", "UnknownElementType")]
    [InlineData("""{"type":"TextBlock","text":"Hello","size":"huge"}""", "InvalidPropertyValue")]
    [InlineData("""{"type":"TextBlock","text":"Hello","wieght":"bolder"}""", "UnknownProperty: \"wieght\" at $.body[0]")]
    [InlineData("""{"type":"Carousel"}""", "UnknownElementType")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Submit","title":"x","role":"Link"}]}""", "UnsupportedProperty")]
    [InlineData("""{"type":"Input.Text"}""", "PropertyCantBeNull")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.OpenUrl","title":"x"}]}""", "PropertyCantBeNull")]
    public async Task A_bad_card_is_reported_with_what_is_wrong(string element, string expected)
    {
        var findings = await AdaptiveCardsParser.ParseAsync([Card("""{"type":"TextBlock","text":"Fine"}"""), Card(element)]);

        findings.ShouldContain(finding => finding.StartsWith($"card 1: {expected}"));
        findings.ShouldNotContain(finding => finding.StartsWith("card 0"));
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.6"}""")]
    [InlineData("""{"type":"AdaptiveCard"}""")]
    [InlineData("""{"type":"Card","version":"1.5"}""")]
    public async Task A_card_that_hosts_of_version_1_5_would_not_show_is_reported(string card) =>
        (await AdaptiveCardsParser.ParseAsync([JsonNode.Parse(card)!.AsObject()]))[0].ShouldStartWith("card 0: Head");

    private static JsonObject Card(string element) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray(JsonNode.Parse(element)),
    };
}

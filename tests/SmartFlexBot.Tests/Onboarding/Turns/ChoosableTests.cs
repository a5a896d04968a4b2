using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Tests.Onboarding.Turns;

public sealed class ChoosableTests
{
    private static readonly Choosable[] Cars = [new("a-1", "Tesla Model 3"), new("a-2", "Tesla Model Y"), new("a-3", "Kia EV6")];

    [Theory]
    [InlineData("a-2", "a-2")]
    [InlineData("A-2", null)]
    [InlineData("1", null)]
    [InlineData("b-1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_button_means_the_option_with_exactly_its_id(string? choice, string? expected) =>
        Choosable.Chosen(new Reply("", "choose", choice, "token", []), Cars)?.Id.ShouldBe(expected);

    [Fact]
    public void A_button_without_such_an_option_means_none() =>
        Choosable.Chosen(new Reply("Kia EV6", "choose", "b-1", "token", []), Cars).ShouldBeNull();

    [Fact]
    public void A_button_of_another_kind_means_none_whatever_text_comes_with_it() =>
        Choosable.Chosen(new Reply("Kia EV6", "choose", null, "token", []), Cars).ShouldBeNull();

    [Theory]
    [InlineData("Kia EV6", "a-3")]
    [InlineData("kia ev6", "a-3")]
    [InlineData("the second one", "a-2")]
    [InlineData("2", "a-2")]
    [InlineData("a-3", "a-3")]
    public void Words_mean_the_option_that_they_surely_name(string typed, string expected) =>
        Choosable.Chosen(Typed(typed), Cars).ShouldNotBeNull().Id.ShouldBe(expected);

    [Theory]
    [InlineData("Tesla")]
    [InlineData("7")]
    [InlineData("none")]
    [InlineData("")]
    public void Words_that_fit_none_or_several_mean_none(string typed) => Choosable.Chosen(Typed(typed), Cars).ShouldBeNull();

    [Fact]
    public void An_option_is_shown_by_title_and_carries_its_id()
    {
        var options = Choosable.Options([new("${x}", "\"${card}\"")]);

        JsonNode.DeepEquals(options, new JsonArray(new JsonObject { ["title"] = "\"${card}\"", ["choice"] = "${x}" })).ShouldBeTrue();
    }

    private static Reply Typed(string text) => new(text, null, null, null, null);
}

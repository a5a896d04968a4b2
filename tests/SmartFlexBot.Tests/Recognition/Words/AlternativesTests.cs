using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Tests.Recognition.Words;

public sealed class AlternativesTests
{
    [Theory]
    [InlineData("go ahead", "go ahead")]
    [InlineData("(you|u) may", "you may;u may")]
    [InlineData("start (it|) now", "start it now;start  now")]
    [InlineData("(a|b) (c|d)", "a c;a d;b c;b d")]
    public void A_phrase_in_short_is_all_it_stands_for(string phrase, string all) =>
        Alternatives.Of(phrase).ShouldBe(all.Split(';'));

    [Fact]
    public void A_bracket_that_stays_open_is_told_with_its_phrase() =>
        Should.Throw<InvalidOperationException>(() => Alternatives.Of("(you|u may")).Message.ShouldContain("(you|u may");
}

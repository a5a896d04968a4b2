using SmartFlexBot.Recognition.Consent;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Tests.Recognition.Consent;

public sealed class ConsentSpellingTests
{
    private static readonly ConsentSpelling Spelling = new(["yes", "va bene", "j'accepte", "absolutely", "agreed", "agrees", "no se"]);

    [Theory]
    [InlineData("yesss", "yes")]
    [InlineData("vabene", "va bene")]
    [InlineData("jaccepte", "j accepte")]
    [InlineData("absolutley", "absolutely")]
    [InlineData("absolutely", "absolutely")]
    public void What_thumbs_write_is_put_right(string typed, string meant) => Read(typed).ShouldBe(meant);

    [Theory]
    [InlineData("yas")]
    [InlineData("bsolutely")]
    [InlineData("absltely")]
    [InlineData("agreet")]
    [InlineData("absolutily")]
    [InlineData("benne")]
    [InlineData("3")]
    public void What_may_mean_anything_else_stays(string typed) => Read(typed).ShouldBe(typed.Replace("benne", "bene"));

    [Fact]
    public void Two_words_in_one_stand_where_the_one_stood()
    {
        var tokens = Spelling.Correct(Normaliser.Read("yes, vabene")).Tokens;

        tokens.Select(token => (token.Start, token.End, token.AfterBreak)).ShouldBe([(0, 3, false), (5, 11, true), (5, 11, false)]);
    }

    [Fact]
    public void Two_short_words_are_not_read_into_one() =>
        new ConsentSpelling(["a b", "s e"]).Correct(Normaliser.Read("ab se")).Tokens.Select(token => token.Text).ShouldBe(["ab", "se"]);

    private static string Read(string typed) =>
        string.Join(' ', Spelling.Correct(Normaliser.Read(typed)).Tokens.Select(token => token.Text));
}

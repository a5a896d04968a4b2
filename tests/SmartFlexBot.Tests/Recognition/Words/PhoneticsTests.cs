using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Tests.Recognition.Words;

public sealed class PhoneticsTests
{
    [Theory]
    [InlineData("wolvo", "volvo")]
    [InlineData("phord", "ford")]
    [InlineData("citroen", "sitroen")]
    [InlineData("cyrus", "sirus")]
    [InlineData("cupra", "kupra")]
    [InlineData("buick", "buik")]
    [InlineData("quashqai", "kashkai")]
    [InlineData("zoe", "soe")]
    [InlineData("leef", "lif")]
    [InlineData("leaf", "lif")]
    [InlineData("niero", "niro")]
    [InlineData("zooe", "zue")]
    [InlineData("ioniq", "ionik")]
    [InlineData("kya", "kia")]
    [InlineData("xpeng", "kspeng")]
    [InlineData("zapppi", "zapi")]
    [InlineData("teslla", "tesla")]
    [InlineData("pulse", "puls")]
    public void Words_that_sound_alike_are_one(string one, string other) => Sound(one).ShouldBe(Sound(other));

    [Theory]
    [InlineData("chevy", "kevy")]
    [InlineData("chevy", "sevy")]
    [InlineData("zoe", "zo")]
    [InlineData("bee", "be")]
    [InlineData("one", "on")]
    [InlineData("tesla", "testa")]
    public void Words_that_do_not_stay_two(string one, string other) => Sound(one).ShouldNotBe(Sound(other));

    [Fact]
    public void What_does_not_fit_is_dropped()
    {
        Sound(string.Concat(Enumerable.Repeat("ab", 20))).Length.ShouldBe(Phonetics.MaximumLength);
        Sound(string.Concat(Enumerable.Repeat("ax", 20))).Length.ShouldBe(Phonetics.MaximumLength);
    }

    private static string Sound(string word)
    {
        Span<char> sound = stackalloc char[Phonetics.MaximumLength];
        return sound[..Phonetics.Fold(word, sound)].ToString();
    }
}

using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Tests.Recognition.Words;

public sealed class VocabularyTests
{
    private static readonly string[] Names =
        ["zappi", "tesla", "volkswagen", "leaf", "lexus", "kona", "cupra", "corsa", "ev", "hypervolt", "mokka", "ariya", "arias"];

    private static readonly Vocabulary All = new(Names, new HashSet<string>(Names).Except(["arias"]).ToHashSet());

    [Theory]
    [InlineData("zapi", "zappi")]
    [InlineData("telsa", "tesla")]
    [InlineData("wolksvagen", "volkswagen")]
    [InlineData("folkswagen", "volkswagen")]
    [InlineData("leef", "leaf")]
    [InlineData("hypervlt", "hypervolt")]
    [InlineData("hyprvolts", "hypervolt")] // of a long word two letters may be wrong
    [InlineData("kuppra", "cupra")]
    [InlineData("moka", "mokka")]
    public void A_misspelt_word_is_put_right(string typed, string meant) => Nearest(typed).FirstOrDefault().ShouldBe(meant);

    [Theory]
    [InlineData("tesla")] // a word of the catalogue needs no other
    [InlineData("zebra")]
    [InlineData("ka")] // too short to tell
    [InlineData("bona")] // of a short word the beginning must be right
    [InlineData("vulkanwagon")]
    [InlineData("")]
    [InlineData("volkswagenvolkswagenvolks")] // longer than any name
    public void Words_too_far_off_stay_as_they_are(string typed) => Nearest(typed).ShouldBeEmpty();

    [Fact]
    public void Of_several_the_nearest_comes_first_and_each_but_once()
    {
        Nearest("corsa").ShouldNotContain("corsa");
        Nearest("ariyas").ShouldBe(["arias", "ariya"], ignoreOrder: true);
        Nearest("ariaa").First().ShouldBe("ariya");
        new Vocabulary(["kona", "kono"], new HashSet<string>()).Correct("konaa", new Correction[1]).ShouldBe(1);
    }

    [Fact]
    public void No_more_are_given_than_there_is_room_for()
    {
        var into = new Correction[2];

        new Vocabulary(["kone", "kono", "koni"], new HashSet<string>()).Correct("konu", into).ShouldBe(2);
    }

    [Fact]
    public void Words_that_sound_the_same_cost_nothing()
    {
        var into = new Correction[1];
        All.Correct("leef", into);

        into[0].ShouldBe(new Correction("leaf", 0));
    }

    [Fact]
    public void Proper_words_need_no_correction()
    {
        All.Contains("ariya").ShouldBeTrue();
        All.Contains("arias").ShouldBeFalse();
        All.Contains("zebra").ShouldBeFalse();
    }

    private static string[] Nearest(string typed)
    {
        var into = new Correction[4];
        return [.. into.Take(All.Correct(typed, into)).Select(correction => correction.Word)];
    }
}

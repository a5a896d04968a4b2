using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Tests.Recognition.Names;

public sealed class MakeNamesTests
{
    [Theory]
    [InlineData("VW", "Volkswagen")]
    [InlineData("Mercedes", "Mercedes-Benz")]
    [InlineData("range rover", "Land Rover")]
    [InlineData("Podpoint", "Pod Point")]
    public void A_nickname_is_the_make(string nickname, string make) => MakeNames.KeyOf(nickname).ShouldBe(MakeNames.KeyOf(make));

    [Fact]
    public void A_make_without_nicknames_is_itself()
    {
        MakeNames.KeyOf("Quibble Motors").ShouldBe("quibblemotors");
        MakeNames.Of("Quibble Motors").ShouldBe(["Quibble Motors"]);
        MakeNames.Of("VW").First().ShouldBe("VW");
        MakeNames.Of("VW").ShouldContain("vdub");
    }

    [Theory]
    [InlineData("anderson", "Andersen", true)]
    [InlineData("wolkswagen", "Volkswagen", true)]
    [InlineData("zappi", "myenergi", false)]
    [InlineData("mi", "MG", false)]
    [InlineData("andersen2", "Andersen", false)]
    public void A_misspelt_make_sounds_like_it(string word, string make, bool soundsLikeIt) =>
        MakeNames.SoundsLike(word, make).ShouldBe(soundsLikeIt);
}

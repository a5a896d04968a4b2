using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Tests.Recognition.Words;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("zappi", "zappi", 0)]
    [InlineData("zapi", "zappi", 1)]
    [InlineData("zapppi", "zappi", 1)]
    [InlineData("zabpi", "zappi", 1)]
    [InlineData("azppi", "zappi", 1)]
    [InlineData("zappmi", "zappi", 1)]
    [InlineData("modle", "model", 1)]
    [InlineData("telsa", "tesla", 1)]
    [InlineData("tlesa", "tesla", 2)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("", "", 0)]
    public void Insertions_deletions_substitutions_and_swaps_cost_one_each(string one, string other, int distance)
    {
        EditDistance.Between(one, other, 9).ShouldBe(distance);
        EditDistance.Between(other, one, 9).ShouldBe(distance);
    }

    [Theory]
    [InlineData("tlesa", "tesla", 2, 2)]
    [InlineData("tlesa", "tesla", 1, 2)]
    [InlineData("kitten", "sitting", 2, 3)]
    [InlineData("abcdefgh", "xbxdxfxh", 1, 2)]
    [InlineData("ab", "abcde", 2, 3)]
    [InlineData("ab", "abcd", 2, 2)]
    public void More_than_the_limit_is_one_more_than_the_limit(string one, string other, int limit, int expected) =>
        EditDistance.Between(one, other, limit).ShouldBe(expected);
}

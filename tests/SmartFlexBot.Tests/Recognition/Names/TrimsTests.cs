using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Tests.Recognition.Names;

public sealed class TrimsTests
{
    [Theory]
    [InlineData("Model Y Long Range", "model|y|longrange")]
    [InlineData("model y LR", "model|y|longrange")]
    [InlineData("lange Reichweite", "longrange")]
    [InlineData("Model 3", "model|3")]
    [InlineData("", "")]
    public void The_ways_to_name_a_trim_are_one_word(string name, string words) => string.Join('|', Trims.Words(name)).ShouldBe(words);

    [Fact]
    public void Each_word_knows_where_it_stands() =>
        Trims.Read(Normaliser.Read("the long range awd one")).Select(word => (word.Meaning, word.Start, word.End))
            .ShouldBe([("the", 0, 1), ("longrange", 1, 3), ("awd", 3, 4), ("one", 4, 5)]);
}

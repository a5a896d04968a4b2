using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Tests.Recognition.Words;

public sealed class PhraseBookTests
{
    private static readonly PhraseBook Book = new(
        [("yes", "go ahead"), ("go", "go"), ("ahead", "ahead now"), ("both", "go"), ("none", "?!")]);

    [Fact]
    public void Every_phrase_is_found_also_inside_and_across_longer_ones() =>
        Book.Find(Normaliser.Read("Please go-ahead NOW")).ShouldBe(
            [new("yes", 1, 2), new("go", 1, 1), new("both", 1, 1), new("ahead", 2, 2)], ignoreOrder: true);

    [Fact]
    public void The_longest_at_each_place_do_not_overlap() =>
        Book.FindLongest(Normaliser.Read("go ahead now, go")).Select(hit => (hit.Start, hit.Length)).ShouldBe([(0, 2), (3, 1)]);

    [Theory]
    [InlineData("")]
    [InlineData("stop")]
    [InlineData("a head")]
    public void What_is_not_in_the_book_is_not_found(string text)
    {
        Book.Find(Normaliser.Read(text)).ShouldBeEmpty();
        Book.FindLongest(Normaliser.Read(text)).ShouldBeEmpty();
    }

    [Fact]
    public void A_hit_covers_its_tokens_and_contains_what_is_inside_it()
    {
        var hit = new PhraseHit("x", 2, 3);

        hit.End.ShouldBe(5);
        Enumerable.Range(0, 7).Where(hit.Covers).ShouldBe([2, 3, 4]);
        hit.Contains(hit).ShouldBeTrue();
        hit.Contains(new("y", 3, 1)).ShouldBeTrue();
        hit.Contains(new("y", 1, 4)).ShouldBeFalse();
        hit.Contains(new("y", 4, 2)).ShouldBeFalse();
    }
}

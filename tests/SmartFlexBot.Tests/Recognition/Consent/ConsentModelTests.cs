using SmartFlexBot.Recognition.Consent;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Tests.Recognition.Consent;

public sealed class ConsentModelTests
{
    private static readonly ConsentExample[] Examples = [
        new("zorgon the flux", "en", ConsentLabel.No), new("flux the zorgon", "en", ConsentLabel.Question),
        new("wibble", "en", ConsentLabel.Unclear), new("wobble", "en", ConsentLabel.Yes)];

    [Fact]
    public void It_learns_words_and_their_order()
    {
        var model = ConsentModel.Learn(Examples);

        Weigh(model, "zorgon the flux").No.ShouldBeGreaterThan(0.8);
        Weigh(model, "flux the zorgon").Question.ShouldBeGreaterThan(0.8);
        Weigh(model, "wibble").Unclear.ShouldBeGreaterThan(0.8);
        Weigh(model, "wobble").Yes.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void It_learns_pieces_of_words() =>
        Weigh(ConsentModel.Learn(Examples), "zorgons").ShouldNotBe(Weigh(ConsentModel.Learn([]), "zorgons"));

    [Fact]
    public void It_is_the_same_each_time() =>
        Weigh(ConsentModel.Learn(Examples), "maybe tomorrow").ShouldBe(Weigh(ConsentModel.Learn(Examples), "maybe tomorrow"));

    [Theory]
    [InlineData("")]
    [InlineData("yes of course")]
    [InlineData("👍")]
    public void What_it_weighs_adds_up_to_one(string text)
    {
        var (unclear, yes, no, question) = Weigh(ConsentModel.Shipped, text);

        (unclear + yes + no + question).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void It_learns_what_a_question_mark_changes()
    {
        var model = ConsentModel.Learn([new("wibble", "en", ConsentLabel.No), new("wibble?", "en", ConsentLabel.Question)]);

        Weigh(model, "wibble").No.ShouldBeGreaterThan(0.5);
        Weigh(model, "wibble?").Question.ShouldBeGreaterThan(0.5);
    }

    private static ConsentOdds Weigh(ConsentModel model, string text) => model.Weigh(Normaliser.Read(text));
}

using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Tests.Recognition.Consent;

public sealed class ConsentSecondLookTests
{
    private static readonly ConsentOdds SurelyYes = new(Unclear: 0, Yes: 1, No: 0, Question: 0);

    public static TheoryData<ConsentLabel, string> WithoutYes =>
        new(from label in Enum.GetValues<ConsentLabel>()
            where label != ConsentLabel.Yes
            from grounds in Enum.GetValues<Grounds>()
            select (label, grounds.ToString()));

    [Theory]
    [MemberData(nameof(WithoutYes))]
    public void The_model_never_makes_a_yes(ConsentLabel label, string grounds) =>
        Take(new(label), grounds, SurelyYes).ShouldBe(new(label));

    [Theory]
    [InlineData(nameof(Grounds.Listed), 0.0, ConsentLabel.Yes)]
    [InlineData(nameof(Grounds.Pieced), 0.15, ConsentLabel.Yes)]
    [InlineData(nameof(Grounds.Pieced), 0.14, ConsentLabel.Unclear)]
    [InlineData(nameof(Grounds.Mixed), 1.0, ConsentLabel.Unclear)]
    public void A_yes_stands_when_a_list_has_it_or_the_model_does_not_doubt_its_pieces(string grounds, double yes, ConsentLabel label) =>
        Take(new(ConsentLabel.Yes, YesStrength.Explicit), grounds, new(1 - yes, yes, 0, 0)).Label.ShouldBe(label);

    [Fact]
    public void A_yes_that_stands_keeps_its_strength() =>
        Take(new(ConsentLabel.Yes, YesStrength.Explicit), nameof(Grounds.Pieced), SurelyYes).IsExplicitYes.ShouldBeTrue();

    [Theory]
    [InlineData(0.60, ConsentLabel.Question)]
    [InlineData(0.59, ConsentLabel.Unclear)]
    public void A_yes_that_falls_is_a_question_when_that_is_likely(double question, ConsentLabel label) =>
        Take(new(ConsentLabel.Yes, YesStrength.Soft), nameof(Grounds.Mixed), new(1 - question, 0, 0, question)).ShouldBe(new(label));

    [Theory]
    [InlineData(nameof(Grounds.Pieced), 0.80, ConsentLabel.Question)]
    [InlineData(nameof(Grounds.Open), 0.80, ConsentLabel.Question)]
    [InlineData(nameof(Grounds.Open), 0.79, ConsentLabel.Unclear)]
    [InlineData(nameof(Grounds.Listed), 1.0, ConsentLabel.Unclear)]
    [InlineData(nameof(Grounds.Conditional), 1.0, ConsentLabel.Unclear)]
    public void What_is_unclear_may_be_a_question(string grounds, double question, ConsentLabel label) =>
        Take(new(ConsentLabel.Unclear), grounds, new(1 - question, 0, 0, question)).ShouldBe(new(label));

    [Theory]
    [InlineData(nameof(Grounds.Denying), 0.80, ConsentLabel.No)]
    [InlineData(nameof(Grounds.Denying), 0.79, ConsentLabel.Unclear)]
    [InlineData(nameof(Grounds.Open), 1.0, ConsentLabel.Unclear)]
    [InlineData(nameof(Grounds.Mixed), 1.0, ConsentLabel.Unclear)]
    [InlineData(nameof(Grounds.Pieced), 1.0, ConsentLabel.Unclear)]
    public void What_is_unclear_may_be_a_no_where_something_is_denied(string grounds, double no, ConsentLabel label) =>
        Take(new(ConsentLabel.Unclear), grounds, new(1 - no, 0, no, 0)).ShouldBe(new(label));

    private static ConsentAnswer Take(ConsentAnswer answer, string grounds, ConsentOdds odds) =>
        ConsentSecondLook.Take(new(answer, Enum.Parse<Grounds>(grounds)), odds);
}

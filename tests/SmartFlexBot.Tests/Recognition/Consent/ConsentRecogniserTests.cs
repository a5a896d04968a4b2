using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Tests.Recognition.Consent;

public sealed class ConsentRecogniserTests
{
    [Theory]
    [InlineData("yes I agree to the terms")]
    [InlineData("Ich stimme zu")]
    [InlineData("sí, acepto las condiciones")]
    [InlineData("oui, je suis d'accord")]
    [InlineData("sì, confermo")]
    public void A_clear_yes_is_explicit(string text) => ConsentRecogniser.Recognise(text, ConsentQuestion.Contract).IsExplicitYes.ShouldBeTrue();

    [Theory]
    [InlineData("sounds good to me")]
    [InlineData("👍")]
    [InlineData("meinetwegen")]
    [InlineData("vale")]
    [InlineData("ça me va")]
    public void A_yes_in_passing_is_soft_and_no_contract(string text) =>
        ConsentRecogniser.Recognise(text, ConsentQuestion.Contract).ShouldBe(new ConsentAnswer(ConsentLabel.Yes, YesStrength.Soft));

    [Theory]
    [InlineData("I do not accept", ConsentLabel.No)]
    [InlineData("bin nicht einverstanden", ConsentLabel.No)]
    [InlineData("non accetto", ConsentLabel.No)]
    [InlineData("je n'accepte pas", ConsentLabel.No)]
    [InlineData("I suppose", ConsentLabel.Unclear)]
    [InlineData("yes and no", ConsentLabel.Unclear)]
    [InlineData("yes, if it stays this cheap", ConsentLabel.Unclear)]
    [InlineData("ja, aber nur am Wochenende", ConsentLabel.Unclear)]
    [InlineData("yes, but what does it cost?", ConsentLabel.Question)]
    [InlineData("¿cuándo empieza?", ConsentLabel.Question)]
    [InlineData("the dog ate my charging cable", ConsentLabel.Unclear)]
    [InlineData("", ConsentLabel.Unclear)]
    public void What_is_not_wholly_a_yes_is_never_one(string text, ConsentLabel label) =>
        ConsentRecogniser.Recognise(text, ConsentQuestion.Contract).ShouldBe(new ConsentAnswer(label));

    [Theory]
    [InlineData(ConsentQuestion.TestCharge, ConsentLabel.Yes)]
    [InlineData(ConsentQuestion.DoYouMind, ConsentLabel.Yes)]
    [InlineData(ConsentQuestion.Contract, ConsentLabel.Unclear)]
    public void No_problem_is_a_yes_only_where_the_question_makes_it_one(ConsentQuestion question, ConsentLabel label) =>
        ConsentRecogniser.Recognise("no problem", question).Label.ShouldBe(label);

    [Fact]
    public void No_agrees_to_do_you_mind() => ConsentRecogniser.Recognise("no", ConsentQuestion.DoYouMind).Label.ShouldBe(ConsentLabel.Yes);
}

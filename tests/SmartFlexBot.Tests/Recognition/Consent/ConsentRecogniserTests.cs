using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Tests.Recognition.Consent;

public sealed class ConsentRecogniserTests
{
    [Theory]
    [InlineData("yes I agree to the terms")]
    [InlineData("Ich stimme zu")]
    [InlineData("sí, acepto las condiciones")]
    [InlineData("oui, je suis d'accord")]
    [InlineData("sì, accetto")]
    public void A_clear_yes_is_explicit(string text) =>
        ConsentRecogniser.Recognise(text, ConsentQuestion.Contract).IsExplicitYes.ShouldBeTrue();

    [Theory]
    [InlineData("sounds good to me")]
    [InlineData("👍")]
    [InlineData("meinetwegen")]
    [InlineData("vale")]
    [InlineData("ça me va")]
    [InlineData("yes sure")]
    [InlineData("yes")]
    [InlineData("ja, gerne")]
    [InlineData("sí, adelante")]
    [InlineData("oui, allez-y")]
    [InlineData("sì, confermo")]
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
    [InlineData("ok thx", ConsentLabel.Unclear)]
    [InlineData("sí, hombre", ConsentLabel.Unclear)]
    [InlineData("sí, si mi mujer está de acuerdo", ConsentLabel.Unclear)]
    [InlineData("yes, as long as it costs nothing", ConsentLabel.Unclear)]
    [InlineData("oui tant que je peux arrêter", ConsentLabel.Unclear)]
    [InlineData("yes but can I stop it", ConsentLabel.Question)]
    [InlineData("maybe, mate", ConsentLabel.Unclear)]
    [InlineData("yeah I bet you would", ConsentLabel.Unclear)]
    [InlineData("ja, ist angekommen", ConsentLabel.Unclear)]
    [InlineData("not sure, rather not", ConsentLabel.No)]
    [InlineData("", ConsentLabel.Unclear)]
    public void What_is_not_wholly_a_yes_is_never_one(string text, ConsentLabel label) =>
        ConsentRecogniser.Recognise(text, ConsentQuestion.Contract).ShouldBe(new ConsentAnswer(label));

    [Theory]
    [InlineData(ConsentQuestion.TestCharge, ConsentLabel.Yes)]
    [InlineData(ConsentQuestion.DoYouMind, ConsentLabel.Yes)]
    [InlineData(ConsentQuestion.Contract, ConsentLabel.Unclear)]
    public void No_problem_is_a_yes_only_where_the_question_makes_it_one(ConsentQuestion question, ConsentLabel label) =>
        ConsentRecogniser.Recognise("no problem", question).Label.ShouldBe(label);

    [Theory]
    [InlineData("not at all", ConsentQuestion.DoYouMind, ConsentLabel.Yes, YesStrength.Soft)]
    [InlineData("not at all", ConsentQuestion.TestCharge, ConsentLabel.Unclear, YesStrength.None)]
    [InlineData("not at all", ConsentQuestion.Contract, ConsentLabel.Unclear, YesStrength.None)]
    [InlineData("I don't mind, yes", ConsentQuestion.Permission, ConsentLabel.Yes, YesStrength.Soft)]
    [InlineData("no problem", ConsentQuestion.Permission, ConsentLabel.Yes, YesStrength.Soft)]
    [InlineData("no problem", ConsentQuestion.Check, ConsentLabel.Unclear, YesStrength.None)]
    [InlineData("sure, no problem", ConsentQuestion.Contract, ConsentLabel.Yes, YesStrength.Soft)]
    [InlineData("sure, no problem", ConsentQuestion.Check, ConsentLabel.Yes, YesStrength.Soft)]
    [InlineData("no problem but not now", ConsentQuestion.TestCharge, ConsentLabel.Unclear, YesStrength.None)]
    [InlineData("yes", ConsentQuestion.DoYouMind, ConsentLabel.Unclear, YesStrength.None)]
    [InlineData("sure", ConsentQuestion.DoYouMind, ConsentLabel.Yes, YesStrength.Soft)]
    [InlineData("no, but not now", ConsentQuestion.DoYouMind, ConsentLabel.No, YesStrength.None)]
    [InlineData("yes", ConsentQuestion.Permission, ConsentLabel.Yes, YesStrength.Explicit)]
    [InlineData("sure", ConsentQuestion.Permission, ConsentLabel.Yes, YesStrength.Soft)]
    [InlineData("yes?", ConsentQuestion.Check, ConsentLabel.Unclear, YesStrength.None)]
    [InlineData("is it?", ConsentQuestion.Check, ConsentLabel.Question, YesStrength.None)]
    [InlineData("what", ConsentQuestion.Check, ConsentLabel.Unclear, YesStrength.None)]
    [InlineData("why not", ConsentQuestion.TestCharge, ConsentLabel.Yes, YesStrength.Soft)]
    [InlineData("sí me viene bien", ConsentQuestion.TestCharge, ConsentLabel.Yes, YesStrength.Explicit)]
    [InlineData("si me viene bien", ConsentQuestion.TestCharge, ConsentLabel.Unclear, YesStrength.None)]
    [InlineData("no 2", ConsentQuestion.TestCharge, ConsentLabel.Unclear, YesStrength.None)]
    [InlineData("no 2 no", ConsentQuestion.TestCharge, ConsentLabel.No, YesStrength.None)]
    public void What_is_asked_decides_what_the_words_are_worth(
        string text, ConsentQuestion question, ConsentLabel label, YesStrength strength) =>
        ConsentRecogniser.Recognise(text, question).ShouldBe(new ConsentAnswer(label, strength));

    [Theory]
    [InlineData("yes Zorgon", YesStrength.Soft)]
    [InlineData("yes Zorgon Flux", YesStrength.Soft)]
    [InlineData("yes please, thanks", YesStrength.Explicit)]
    public void A_word_or_two_that_nobody_knows_make_a_yes_to_a_check_soft(string text, YesStrength strength) =>
        ConsentRecogniser.Recognise(text, ConsentQuestion.Check).ShouldBe(new ConsentAnswer(ConsentLabel.Yes, strength));

    [Fact]
    public void Three_make_it_none() =>
        ConsentRecogniser.Recognise("yes Zorgon Flux Nine", ConsentQuestion.Check).Label.ShouldBe(ConsentLabel.Unclear);

    [Theory]
    [InlineData(ConsentQuestion.Contract)]
    [InlineData(ConsentQuestion.Permission)]
    [InlineData(ConsentQuestion.TestCharge)]
    public void One_makes_it_none_where_something_is_permitted(ConsentQuestion question) =>
        ConsentRecogniser.Recognise("yes Zorgon", question).ShouldBe(new ConsentAnswer(ConsentLabel.Unclear));

    [Theory]
    [InlineData("I do not in any way whatever agree", ConsentLabel.Unclear)]
    [InlineData("yes not", ConsentLabel.No)]
    [InlineData("yes, but not now", ConsentLabel.Unclear)]
    public void A_not_beside_the_yes_denies_it(string text, ConsentLabel label) =>
        ConsentRecogniser.Recognise(text, ConsentQuestion.TestCharge).ShouldBe(new ConsentAnswer(label));

    [Theory]
    [InlineData("yes to the first one")]
    [InlineData("daten ja, aber kein standort")]
    [InlineData("sí, mañana")]
    [InlineData("oui c'est ma voiture")]
    [InlineData("sì, ho un id3")]
    [InlineData("yeah right")]
    [InlineData("ja klar, und sonst noch was")]
    [InlineData("yes of course, why not my bank account too")]
    [InlineData("thanks")]
    [InlineData("my neighbour said yes")]
    [InlineData("unless it hurts the battery, yes")]
    public void A_yes_in_part_for_later_to_something_else_or_in_scorn_is_none(string text) =>
        ConsentRecogniser.Recognise(text, ConsentQuestion.Permission).Label.ShouldBe(ConsentLabel.Unclear);

    [Theory]
    [InlineData("yes to both", ConsentLabel.Yes)]
    [InlineData("yes to both the data and the control", ConsentLabel.Yes)]
    [InlineData("I agree to the data part", ConsentLabel.Unclear)]
    public void A_part_is_the_whole_when_both_are_named(string text, ConsentLabel label) =>
        ConsentRecogniser.Recognise(text, ConsentQuestion.Permission).Label.ShouldBe(label);

    [Theory]
    [InlineData("yes the first")]
    [InlineData("yes, my data")]
    public void To_a_check_a_part_may_be_what_is_checked(string text) =>
        ConsentRecogniser.Recognise(text, ConsentQuestion.Check).Label.ShouldBe(ConsentLabel.Yes);

    [Theory]
    [InlineData("knock yourself out")]
    [InlineData("hab nix dagegen")]
    [InlineData("tira palante")]
    [InlineData("vas-y")]
    [InlineData("non ho nulla in contrario")]
    [InlineData("jaaaa")]
    [InlineData("vabene")]
    public void What_people_say_for_go_ahead_is_a_yes(string text) => LabelOf(text).ShouldBe(ConsentLabel.Yes);

    [Theory]
    [InlineData("lass gut sein")]
    [InlineData("nah, we're fine")]
    [InlineData("thanks but no thanks")]
    [InlineData("ni de coña")]
    [InlineData("sans façon")]
    [InlineData("anche no")]
    [InlineData("not on your nelly")]
    public void What_people_say_for_leave_it_is_a_no(string text) => LabelOf(text).ShouldBe(ConsentLabel.No);

    [Theory]
    [InlineData("yes, how long does it take")]
    [InlineData("ja und kann ich trotzdem fahren")]
    [InlineData("vale y cuánto dura")]
    [InlineData("schadet das der batterie")]
    public void A_question_may_begin_with_yes_or_have_no_mark(string text) => LabelOf(text).ShouldBe(ConsentLabel.Question);

    [Theory]
    [InlineData("no, not if it costs", ConsentLabel.No)]
    [InlineData("if it costs, no", ConsentLabel.Unclear)]
    public void Who_begins_with_a_condition_refuses_nothing_yet(string text, ConsentLabel label) => LabelOf(text).ShouldBe(label);

    [Fact]
    public void No_agrees_to_do_you_mind() => ConsentRecogniser.Recognise("no", ConsentQuestion.DoYouMind).Label.ShouldBe(ConsentLabel.Yes);

    [Theory]
    [InlineData("Yes")]
    [InlineData("yes please!")]
    [InlineData("yeah, sure")]
    [InlineData("no problem")]
    [InlineData("That's right.")]
    [InlineData("👍🏽")]
    [InlineData("✅")]
    [InlineData("Ja")]
    [InlineData("ja, bitte")]
    [InlineData("Natürlich")]
    [InlineData("das stimmt")]
    [InlineData("yes")]
    [InlineData("Sí")]
    [InlineData("si, por favor")]
    [InlineData("claro que sí")]
    [InlineData("de acuerdo")]
    [InlineData("Oui")]
    [InlineData("oui, s'il vous plaît")]
    [InlineData("D’accord")]
    [InlineData("bien sûr")]
    [InlineData("Sì")]
    [InlineData("si grazie")]
    [InlineData("va bene")]
    [InlineData("d'accordo")]
    public void A_yes_lets_a_test_begin(string text) => LabelOf(text).ShouldBe(ConsentLabel.Yes);

    [Theory]
    [InlineData("No")]
    [InlineData("no thanks")]
    [InlineData("of course not")]
    [InlineData("I don't")]
    [InlineData("not right now")]
    [InlineData("Nein")]
    [InlineData("nein danke")]
    [InlineData("das stimmt nicht")]
    [InlineData("lieber nicht")]
    [InlineData("No, gracias")]
    [InlineData("claro que no")]
    [InlineData("Non merci")]
    [InlineData("pas d'accord")]
    [InlineData("ce n'est pas correct")]
    [InlineData("non va bene")]
    [InlineData("certo che no")]
    public void A_no_lets_nothing_begin(string text) => LabelOf(text).ShouldBe(ConsentLabel.No);

    [Theory]
    [InlineData("maybe")]
    [InlineData("yes but not my car")]
    [InlineData("yes and no")]
    [InlineData("no, yes")]
    [InlineData("not sure")]
    [InlineData("I don't know")]
    [InlineData("is it ok to say no?")]
    [InlineData("No. 2")]
    [InlineData("1")]
    [InlineData("please")]
    [InlineData("Yesterday")]
    [InlineData("ja oder nein")]
    [InlineData("ich bin nicht sicher")]
    [InlineData("danke")]
    [InlineData("no sé")]
    [InlineData("je ne sais pas")]
    [InlineData("non lo so")]
    [InlineData("")]
    [InlineData("\ud83d")]
    [InlineData("كيف")]
    public void What_is_neither_is_asked_again(string text) => LabelOf(text).ShouldBeOneOf(ConsentLabel.Unclear, ConsentLabel.Question);

    /// <summary>What stands behind the last word that was read may be "but not now".</summary>
    [Fact]
    public void Ten_thousand_times_yes_is_asked_again() =>
        LabelOf(string.Concat(Enumerable.Repeat("yes ", 2500))).ShouldBe(ConsentLabel.Unclear);

    private static ConsentLabel LabelOf(string text) => ConsentRecogniser.Recognise(text, ConsentQuestion.TestCharge).Label;
}

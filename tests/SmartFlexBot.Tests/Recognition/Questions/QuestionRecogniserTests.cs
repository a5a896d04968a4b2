using SmartFlexBot.Recognition.Questions;

namespace SmartFlexBot.Tests.Recognition.Questions;

public sealed class QuestionRecogniserTests
{
    [Theory]
    [InlineData("is it safe for my battery", "battery-wear")]
    [InlineData("will I lose my warranty?", "warranty")]
    [InlineData("Und was kostet mich das?", "cost")]
    [InlineData("¿Para qué sirve la llave virtual?", "tesla-key")]
    [InlineData("Et si je déménage ?", "moving")]
    [InlineData("posso disattivarlo quando voglio?", "stop")]
    [InlineData("how long is the contract", "contract-length")]
    [InlineData("Wie lange läuft der Vertrag?", "contract-length")]
    [InlineData("¿Cuánto dura el contrato?", "contract-length")]
    [InlineData("Quelle est la durée du contrat ?", "contract-length")]
    [InlineData("quando scade il contratto?", "contract-length")]
    [InlineData("am I locked in for a year?", "exit-fee")]
    [InlineData("when does the new tariff start", "start-date")]
    [InlineData("Ab wann gilt der neue Tarif?", "start-date")]
    [InlineData("¿Cuándo entra en vigor la tarifa?", "start-date")]
    [InlineData("Le tarif, ça commence quand ?", "start-date")]
    [InlineData("da quando parte la tariffa?", "start-date")]
    [InlineData("how long does this take?", "how-long")]
    public void A_question_in_any_language_is_heard(string text, string subject)
    {
        var question = QuestionRecogniser.Recognise(text);

        question.Form.ShouldBe(QuestionForm.Asked);
        question.Known.ShouldBe([subject]);
    }

    [Theory]
    [InlineData("what does it cost and is it bad for the battery?", "cost", "battery-wear")]
    [InlineData("Verliere ich die Garantie, und was kostet das?", "warranty", "cost")]
    public void Two_subjects_at_once_are_both_heard_in_their_order(string text, string first, string second) =>
        QuestionRecogniser.Recognise(text).Known.ShouldBe([first, second]);

    [Fact]
    public void What_is_asked_about_one_thing_is_no_question_about_another() =>
        QuestionRecogniser.Recognise("what does it cost to leave, is there an exit fee?").Known.ShouldBe(["exit-fee"]);

    [Theory]
    [InlineData("I have a Tesla and a wallbox at home")]
    [InlineData("We have solar panels on the roof")]
    [InlineData("Das ist ein Firmenwagen")]
    [InlineData("il contatore è nuovo")]
    [InlineData("yes")]
    [InlineData("")]
    public void A_statement_is_no_question(string text)
    {
        var question = QuestionRecogniser.Recognise(text);

        question.Form.ShouldBe(QuestionForm.Statement);
        question.Known.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("why?")]
    [InlineData("what is that for?")]
    [InlineData("warum?")]
    [InlineData("¿para qué?")]
    [InlineData("pourquoi ?")]
    [InlineData("perché?")]
    public void Who_asks_no_more_than_why_asks_about_what_was_said_last(string text) =>
        QuestionRecogniser.Recognise(text).Form.ShouldBe(QuestionForm.Bare);

    [Theory]
    [InlineData("opening hours", "opening-hours")]
    [InlineData("garantía", "warranty")]
    public void A_subject_alone_may_be_a_question_or_a_choice(string text, string subject)
    {
        var question = QuestionRecogniser.Recognise(text);

        question.Form.ShouldBe(QuestionForm.Keyword);
        question.Known.ShouldBe([subject]);
    }

    [Theory]
    [InlineData("how much does a kilo of apples weigh?")]
    [InlineData("what's the weather like tomorrow?")]
    [InlineData("Wer hat gestern gewonnen?")]
    [InlineData("what happens if the fridge is open?")]
    [InlineData("Was ist der Unterschied zwischen den zwei Modellen?")]
    public void A_question_about_something_else_has_no_subject(string text)
    {
        var question = QuestionRecogniser.Recognise(text);

        question.Form.ShouldBe(QuestionForm.Asked);
        question.Known.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Tesla Model 3 - what does it cost?", "Tesla Model 3")]
    [InlineData("Tesla Model Y and an Ohme Home Pro. Is it safe for the battery?", "Tesla Model Y and an Ohme Home Pro")]
    [InlineData("Yes, but is it safe for the battery?", "Yes")]
    [InlineData("is it safe for the battery of my Tesla Model 3?", "")]
    public void What_was_said_beside_it_is_left(string text, string rest) => QuestionRecogniser.Recognise(text).Rest.ShouldBe(rest);

    [Fact]
    public void Every_language_understands_the_same_subjects()
    {
        var english = QuestionRecogniser.Subjects["en"];

        QuestionRecogniser.Subjects.Keys.ShouldBe(["de", "en", "es", "fr", "it"], ignoreOrder: true);
        QuestionRecogniser.Subjects.Values.ShouldAllBe(subjects => english.SequenceEqual(subjects));
    }
}

using SmartFlexBot.Recognition.Languages;

namespace SmartFlexBot.Tests.Recognition.Languages;

public sealed class LanguageRecogniserTests
{
    [Theory]
    [InlineData("I have got a Tesla and we don't have a charger", "en")]
    [InlineData("Ich habe noch keine Ladestation", "de")]
    [InlineData("Todavía no tengo punto de recarga", "es")]
    [InlineData("Je n'ai pas encore de voiture électrique", "fr")]
    [InlineData("Non ho ancora la colonnina in garage", "it")]
    public void The_language_of_a_sentence_is_noticed(string text, string language) =>
        LanguageRecogniser.Recognise(text).ShouldBe(language);

    [Theory]
    [InlineData("Tesla Model Y")]
    [InlineData("no")]
    [InlineData("ok")]
    [InlineData("Zappi 2")]
    [InlineData("👍")]
    [InlineData("")]
    public void Names_and_words_of_many_languages_say_nothing(string text) => LanguageRecogniser.Recognise(text).ShouldBeNull();
}

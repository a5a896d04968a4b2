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

    [Theory]
    [InlineData("danke")]
    [InlineData("gracias")]
    [InlineData("grazie")]
    [InlineData("merci")]
    [InlineData("thanks")]
    [InlineData("ja ok")]
    [InlineData("danke danke")]
    [InlineData("danke Zorgon")]
    [InlineData("ok, danke, no")]
    [InlineData("Zorgon Flux danke 9000")]
    public void One_word_that_only_one_language_has_is_not_enough(string text) => LanguageRecogniser.Recognise(text).ShouldBeNull();

    [Theory]
    [InlineData("danke, nicht Zorgon Flux", "de")]
    [InlineData("Zorgon Flux senza macchina", "it")]
    public void Two_such_words_are_enough_whatever_stands_around_them(string text, string language) =>
        LanguageRecogniser.Recognise(text).ShouldBe(language);

    [Theory]
    [InlineData("danke nicht, merci encore")]
    [InlineData("danke merci")]
    [InlineData("thanks, danke, gracias, merci, grazie")]
    public void Words_of_several_languages_say_nothing(string text) => LanguageRecogniser.Recognise(text).ShouldBeNull();

    [Fact]
    public void Each_language_that_has_words_is_one() =>
        LanguageRecogniser.Languages.ShouldBe(["de", "en", "es", "fr", "it"], ignoreOrder: true);
}

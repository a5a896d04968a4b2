using SmartFlexBot.BotFramework.Dialogs;
using static SmartFlexBot.Tests.BotFramework.Dialogs.Questions;

namespace SmartFlexBot.Tests.BotFramework.Dialogs;

public sealed class ConfirmPromptTests
{
    private static Task<object?> ConfirmAsync(string answer, string? locale) =>
        AnswerAsync(new ConfirmPrompt("confirm"), Ask("Sure?"), answer, locale);

    [Theory]
    [InlineData("en", "Yes")]
    [InlineData("en", "yes please!")]
    [InlineData("en", "yeah, sure")]
    [InlineData("en", "no problem")]
    [InlineData("en", "That's right.")]
    [InlineData("en", "👍🏽")]
    [InlineData("en", "✅")]
    [InlineData("de", "Ja")]
    [InlineData("de", "ja, bitte")]
    [InlineData("de", "Natürlich")]
    [InlineData("de", "das stimmt")]
    [InlineData("de", "yes")]
    [InlineData("es", "Sí")]
    [InlineData("es", "si, por favor")]
    [InlineData("es", "claro que sí")]
    [InlineData("es", "de acuerdo")]
    [InlineData("fr", "Oui")]
    [InlineData("fr", "oui, s'il vous plaît")]
    [InlineData("fr", "D’accord")]
    [InlineData("fr", "bien sûr")]
    [InlineData("it", "Sì")]
    [InlineData("it", "si grazie")]
    [InlineData("it", "va bene")]
    [InlineData("it", "d'accordo")]
    [InlineData("de-CH", "Ja")]
    [InlineData("pt", "yes")]
    [InlineData(null, "yes")]
    public async Task Yes_is_true(string? locale, string answer) => (await ConfirmAsync(answer, locale)).ShouldBe(true);

    [Theory]
    [InlineData("en", "No")]
    [InlineData("en", "no thanks")]
    [InlineData("en", "of course not")]
    [InlineData("en", "I don't")]
    [InlineData("en", "not right now")]
    [InlineData("de", "Nein")]
    [InlineData("de", "nein danke")]
    [InlineData("de", "das stimmt nicht")]
    [InlineData("de", "lieber nicht")]
    [InlineData("es", "No, gracias")]
    [InlineData("es", "claro que no")]
    [InlineData("fr", "Non merci")]
    [InlineData("fr", "pas d'accord")]
    [InlineData("fr", "ce n'est pas correct")]
    [InlineData("it", "No")]
    [InlineData("it", "non va bene")]
    [InlineData("it", "certo che no")]
    public async Task No_is_false(string locale, string answer) => (await ConfirmAsync(answer, locale)).ShouldBe(false);

    [Theory]
    [InlineData("en", "maybe")]
    [InlineData("en", "yes but not my car")]
    [InlineData("en", "yes and no")]
    [InlineData("en", "no, yes")]
    [InlineData("en", "not sure")]
    [InlineData("en", "I don't know")]
    [InlineData("en", "is it ok to say no?")]
    [InlineData("en", "No. 2")]
    [InlineData("en", "1")]
    [InlineData("en", "please")]
    [InlineData("en", "Yesterday")]
    [InlineData("de", "ja oder nein")]
    [InlineData("de", "ich bin nicht sicher")]
    [InlineData("de", "danke")]
    [InlineData("es", "no sé")]
    [InlineData("fr", "je ne sais pas")]
    [InlineData("it", "non lo so")]
    [InlineData("en", "")]
    [InlineData("en", "\ud83d")]
    [InlineData("en", "كيف")]
    public async Task What_is_neither_is_asked_again(string locale, string answer) => (await ConfirmAsync(answer, locale)).ShouldBeNull();

    [Fact]
    public async Task Ten_thousand_times_yes_is_asked_again() =>
        (await ConfirmAsync(string.Concat(Enumerable.Repeat("yes ", 2500)), "en")).ShouldBeNull();

    [Theory]
    [InlineData("en-US", "Yes", "No")]
    [InlineData("de", "Ja", "Nein")]
    [InlineData("es", "Sí", "No")]
    [InlineData("fr", "Oui", "Non")]
    [InlineData("it", "Sì", "No")]
    [InlineData("ja", "Yes", "No")]
    public async Task The_buttons_are_in_the_turns_language_and_mean_what_they_say(string locale, string yes, string no)
    {
        var script = Script(new ConfirmPrompt("confirm"), Ask("?"), locale);
        await script.SayAsync("hi");

        script.Sent[0].SuggestedActions!.Actions!.Select(action => action.Title).ShouldBe([yes, no]);
        (await ConfirmAsync(yes, locale)).ShouldBe(true);
        (await ConfirmAsync(no, locale)).ShouldBe(false);
    }

    [Theory]
    [InlineData("Start the test", true)]
    [InlineData("not today", false)]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public async Task Own_words_for_yes_and_no_count_as_well(string answer, bool confirmed) =>
        (await AnswerAsync(new ConfirmPrompt("confirm"), Ask("Now?", null, "Start the test", "Not today"), answer)).ShouldBe(confirmed);

    [Fact]
    public async Task Numbers_count_when_the_choices_are_numbered()
    {
        var question = Ask("Now?");
        question.Style = ListStyle.List;

        (await AnswerAsync(new ConfirmPrompt("confirm"), question, "1")).ShouldBe(true);
        (await AnswerAsync(new ConfirmPrompt("confirm"), question, "2")).ShouldBe(false);
        (await AnswerAsync(new ConfirmPrompt("confirm"), question, "3")).ShouldBeNull();
    }
}

using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Tests.BotFramework;

namespace SmartFlexBot.Tests.Onboarding.Turns;

/// <summary>"Done", "start" and "later", pressed, and typed in each language that there are texts in.</summary>
public sealed class AffirmationTests
{
    public static TheoryData<string> Languages => [.. Shipped.Texts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_typed_word_for_done_says_done(string language) =>
        ShouldAll(language, "words.done", (voice, reply) => Affirmation.IsDone(voice, reply));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_typed_word_for_going_on_starts_the_test(string language)
    {
        ShouldAll(language, "words.go-on", (voice, reply) => Affirmation.IsStart(voice, reply));
        ShouldAll(language, "words.again", (voice, reply) => Affirmation.IsStart(voice, reply));
        ShouldAll(language, "test.start", (voice, reply) => Affirmation.IsStart(voice, reply));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_typed_word_for_later_puts_it_off_and_starts_nothing(string language)
    {
        foreach (var key in new[] { "words.later", "test.later" })
        {
            ShouldAll(language, key, (voice, reply) => Affirmation.IsLater(voice, reply));
            ShouldAll(language, key, (voice, reply) => !Affirmation.IsStart(voice, reply) && !Affirmation.IsDone(voice, reply));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_starts_a_test_is_never_heard_as_later(string language)
    {
        foreach (var key in new[] { "words.go-on", "words.again", "test.start", "words.done" })
        {
            ShouldAll(language, key, (voice, reply) => !Affirmation.IsLater(voice, reply));
        }
    }

    [Theory]
    [InlineData("done", true, false, false)]
    [InlineData("start", true, true, false)]
    [InlineData("later", false, false, true)]
    [InlineData("yes", false, false, false)]
    [InlineData("", false, false, false)]
    public void A_button_means_what_it_says_whatever_text_comes_with_it(string pressed, bool done, bool start, bool later)
    {
        var voice = In("en");
        var reply = new Reply("done", pressed, null, "token", []);

        (Affirmation.IsDone(voice, reply), Affirmation.IsStart(voice, reply), Affirmation.IsLater(voice, reply)).ShouldBe(
            (done, start, later));
    }

    [Theory]
    [InlineData("I am not done yet")]
    [InlineData("what is done with my data?")]
    [InlineData("done?")]
    [InlineData("")]
    public void Words_inside_other_words_mean_nothing(string typed)
    {
        var reply = new Reply(typed, null, null, null, null);

        Affirmation.IsDone(In("en"), reply).ShouldBeFalse();
        Affirmation.IsStart(In("en"), reply).ShouldBeFalse();
    }

    private static void ShouldAll(string language, string key, Func<Voice, Reply, bool> holds)
    {
        var voice = In(language);
        foreach (var word in Shipped.Texts.Get(language, key).Split('|'))
        {
            foreach (var typed in new[] { word, word.ToUpperInvariant(), $"{word}.", $"{word}!" })
            {
                holds(voice, new Reply(typed, null, null, null, null)).ShouldBeTrue($"{language} {key}: {typed}");
            }
        }
    }

    private static Voice In(string language) => new Turn(
        new TurnContext(new Activity(), new("directline", "c"), new("u", Locale: language), new TurnState([]), new InMemoryTurnEffects()),
        Chat.ServicesFor(new InMemoryKraken())).Voice;
}

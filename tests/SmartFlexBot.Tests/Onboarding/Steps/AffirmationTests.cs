using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Steps;
using SmartFlexBot.Tests.BotFramework;
using SmartFlexBot.Tests.Onboarding.Bot;

namespace SmartFlexBot.Tests.Onboarding.Steps;

/// <summary>"Done", "start" and "later", pressed, and typed in each language that there are texts in.</summary>
public sealed class AffirmationTests
{
    public static TheoryData<string> Languages => [.. Shipped.Texts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_typed_word_for_done_says_done(string language) =>
        ShouldAll(language, "words.done", (turn, reply) => Affirmation.IsDone(turn, reply));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_typed_word_for_going_on_starts_the_test(string language)
    {
        ShouldAll(language, "words.go-on", (turn, reply) => Affirmation.IsStart(turn, reply));
        ShouldAll(language, "words.again", (turn, reply) => Affirmation.IsStart(turn, reply));
        ShouldAll(language, "test.start", (turn, reply) => Affirmation.IsStart(turn, reply));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_typed_word_for_later_puts_it_off_and_starts_nothing(string language)
    {
        foreach (var key in new[] { "words.later", "test.later" })
        {
            ShouldAll(language, key, (turn, reply) => Affirmation.IsLater(turn, reply));
            ShouldAll(language, key, (turn, reply) => !Affirmation.IsStart(turn, reply) && !Affirmation.IsDone(turn, reply));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_starts_a_test_is_never_heard_as_later(string language)
    {
        foreach (var key in new[] { "words.go-on", "words.again", "test.start", "words.done" })
        {
            ShouldAll(language, key, (turn, reply) => !Affirmation.IsLater(turn, reply));
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
        var turn = Turn("en");
        var reply = new Reply("done", pressed, null, "token", []);

        (Affirmation.IsDone(turn, reply), Affirmation.IsStart(turn, reply), Affirmation.IsLater(turn, reply)).ShouldBe((done, start, later));
    }

    [Theory]
    [InlineData("I am not done yet")]
    [InlineData("what is done with my data?")]
    [InlineData("done?")]
    [InlineData("")]
    public void Words_inside_other_words_mean_nothing(string typed)
    {
        var reply = new Reply(typed, null, null, null, null);

        Affirmation.IsDone(Turn("en"), reply).ShouldBeFalse();
        Affirmation.IsStart(Turn("en"), reply).ShouldBeFalse();
    }

    private static void ShouldAll(string language, string key, Func<JourneyTurn, Reply, bool> holds)
    {
        var turn = Turn(language);
        foreach (var word in Shipped.Texts.Get(language, key).Split('|'))
        {
            foreach (var typed in new[] { word, word.ToUpperInvariant(), $"{word}.", $"{word}!" })
            {
                holds(turn, new Reply(typed, null, null, null, null)).ShouldBeTrue($"{language} {key}: {typed}");
            }
        }
    }

    private static JourneyTurn Turn(string language) => new(
        new TurnContext(new Activity(), new("directline", "c"), new("u"), new TurnState([]), new InMemoryTurnEffects()),
        Chat.ServicesFor(new InMemoryKraken()), new ConversationMemory { Locale = language });
}

using SmartFlexBot.Recognition.Questions;

namespace SmartFlexBot.Tests.Onboarding.Live;

/// <summary>What stands on the buttons of the card at LIVE is understood when it is pressed.</summary>
public sealed class NextQuestionsTests
{
    [Theory]
    [InlineData("live.ask.ready", "ready-in-time")]
    [InlineData("live.ask.boost", "boost")]
    [InlineData("live.ask.plug-in", "plug-in")]
    public void A_question_that_is_offered_has_its_answer_in_every_language(string key, string subject)
    {
        foreach (var language in Shipped.Market.Languages)
        {
            var words = Shipped.Texts.Get(language, key);
            QuestionRecogniser.Recognise(words).Known.ShouldBe([subject], $"{language}: {words}");
        }
    }
}

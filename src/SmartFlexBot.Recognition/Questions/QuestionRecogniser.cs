using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Questions;

/// <summary>
/// Hears what a customer asks, at whatever step. Each language is weighed by itself, so that words of two never add up; what is not
/// put as a question is none, however much it says about a subject.
/// </summary>
public static class QuestionRecogniser
{
    /// <summary>The weight from which a subject counts.</summary>
    internal const int Enough = 4;

    private static readonly (QuestionSpeech Speech, SubjectScores Scores)[] Languages =
        [.. QuestionWords.ByLanguage.Values.Select(words => (new QuestionSpeech(words), new SubjectScores(words)))];

    /// <summary>Each language, with the subjects that are understood in it.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyCollection<string>> Subjects { get; } = QuestionWords.ByLanguage.ToDictionary(
        file => file.Key, IReadOnlyCollection<string> (file) => file.Value.Subjects.Keys);

    public static Question Recognise(string text)
    {
        var utterance = Normaliser.Read(text);
        if (utterance.Count == 0)
        {
            return Question.None;
        }

        var heard = Languages.Select(language => new HeardQuestion(
            utterance, language.Speech.Read(utterance), [.. language.Scores.Of(utterance).Where(score => score.Score >= Enough)])).ToList();
        // Of the languages, the one in which it is asked and says most.
        return heard.MaxBy(question => question.Certainty)!.Question;
    }
}

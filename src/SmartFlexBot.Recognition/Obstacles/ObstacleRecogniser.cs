using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Obstacles;

/// <summary>
/// Hears why a step outside the chat does not go on, wherever in the message it is said. For such steps alone: elsewhere the same words
/// mean something else.
/// </summary>
public static class ObstacleRecogniser
{
    /// <summary>"Skip" is a wish only when little else is said.</summary>
    private const int FewWords = 5;

    private static readonly PhraseBook Phrases = new(WordLists.Phrases(list => list.Obstacles));

    /// <returns>Null when none is told.</returns>
    public static Obstacle? Recognise(string text)
    {
        var utterance = Normaliser.Read(text);
        var told = Phrases.Find(utterance).Select(hit => Enum.Parse<Obstacle>(hit.Meaning))
            .Where(obstacle => obstacle != Obstacle.Skip || utterance.Count <= FewWords)
            .Order().ToList();
        return told.Count == 0 ? null : told[0];
    }
}

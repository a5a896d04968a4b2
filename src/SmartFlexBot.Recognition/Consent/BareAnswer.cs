using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Consent;

/// <summary>
/// A yes or no, and nothing else beside it: "no thanks" is one, "no charger" is not. For a question that must take no other's answer.
/// </summary>
public static class BareAnswer
{
    private static readonly PhraseBook Phrases = new(
        WordLists.Phrases(list => list.Consent).Where(entry => ConsentPhrases.Answers(entry.Meaning)));

    public static bool Is(string text)
    {
        if (ConsentRecogniser.Recognise(text, ConsentQuestion.Check).Label is not (ConsentLabel.Yes or ConsentLabel.No))
        {
            return false;
        }

        var utterance = Normaliser.Read(text);
        var hits = Phrases.Find(utterance);
        return Enumerable.Range(0, utterance.Count).All(token => hits.Exists(hit => hit.Covers(token)));
    }
}

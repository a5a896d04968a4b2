using SmartFlexBot.Recognition.Languages;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>
/// Notices that the customer writes in another language than they are spoken to in. What they wrote is used all the same; then they
/// are asked, once, whether to go on in it.
/// </summary>
internal sealed class LanguageNotice(JourneyTurn turn)
{
    /// <returns>True when the question is to be asked next.</returns>
    public bool IsDue(Reply reply)
    {
        if (reply.IsCard || turn.Memory.Question is not null || LanguageRecogniser.Recognise(OwnWords(reply.Text)) is not { } language)
        {
            return false;
        }

        var offered = turn.Services.Market.Languages.Contains(language) && language != turn.Locale;
        if (!offered || turn.Memory.LanguagesAskedAbout.Contains(language))
        {
            return false;
        }

        turn.Remember(memory => memory with
        {
            Question = new PendingQuestion(QuestionKind.Language, language),
            LanguagesAskedAbout = [.. memory.LanguagesAskedAbout, language],
            IsOpen = false,
        });
        return true;
    }

    /// <summary>Without the names of makes and models: "Home" and "Long Range" are no English.</summary>
    private string OwnWords(string text)
    {
        if (!turn.HasJourney)
        {
            return text;
        }

        foreach (var answer in new[] { turn.Journey.Vehicle, turn.Journey.ChargePoint })
        {
            if (answer is { IsDevice: true, Words: { Length: > 0 } words })
            {
                text = text.Replace(words, " ", StringComparison.OrdinalIgnoreCase);
            }
        }

        return text;
    }
}

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>
/// Yes or no. Every word of the answer must be known: "yes please" is a yes, "yes but not my car" is neither, and both at once is
/// neither. Pure.
/// </summary>
internal static class ConfirmRecognizer
{
    public static bool? Recognize(string? answer, string? locale)
    {
        if (answer is null)
        {
            return null;
        }

        var words = Utterance.Words(answer);
        var language = DialogLanguage.For(locale);
        return Recognize(words, language) ?? (language == DialogLanguage.English ? null : Recognize(words, DialogLanguage.English));
    }

    private static bool? Recognize(string[] words, DialogLanguage language)
    {
        var (yes, no) = (false, false);
        for (var at = 0; at < words.Length;)
        {
            var phrase = language.LongestPhrase(words, at, p => language.Yes.Contains(p) || language.No.Contains(p) || language.Fillers.Contains(p));
            if (phrase is not { } found)
            {
                return null;
            }

            yes |= language.Yes.Contains(found.Text);
            no |= language.No.Contains(found.Text);
            at += found.Length;
        }

        return yes == no ? null : yes;
    }
}

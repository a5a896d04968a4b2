using SmartFlexBot.Recognition.Languages;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Tests.Recognition.Words;

/// <summary>A language is a file of words and a file of texts; what one of them lacks is told here.</summary>
public sealed class WordFilesTests
{
    /// <summary>What every language has a word for; of other meanings ("coupé") all languages may share one.</summary>
    private static readonly (string Name, Func<WordList, Dictionary<string, string[]>> Of)[] Sections =
    [
        ("ordinals", list => list.Ordinals), ("choices", list => list.Choices), ("consent", list => list.Consent),
        ("requests", list => list.Requests),
    ];

    [Fact]
    public void Every_language_that_is_spoken_is_understood()
    {
        var texts = Path.Combine(RepositoryRoot.Path, "cards/text");
        var spoken = Directory.EnumerateFiles(texts, "*.json").Select(file => Path.GetFileNameWithoutExtension(file));

        LanguageRecogniser.Languages.ShouldBe(
            spoken, ignoreOrder: true, "cards/text and Recognition/Data/words.*.json name different languages.");
    }

    [Fact]
    public void Every_language_has_words_for_every_meaning()
    {
        foreach (var (name, of) in Sections)
        {
            var meanings = LanguageRecogniser.Languages.SelectMany(language => of(WordLists.ByLanguage[language]).Keys).ToHashSet();
            foreach (var language in LanguageRecogniser.Languages)
            {
                var words = of(WordLists.ByLanguage[language]);
                meanings.Where(meaning => words.GetValueOrDefault(meaning) is not { Length: > 0 })
                    .ShouldBeEmpty($"words.{language}.json has no words in \"{name}\" for these.");
            }
        }
    }

    [Fact]
    public void Every_language_can_be_asked_for_in_every_language()
    {
        foreach (var language in LanguageRecogniser.Languages)
        {
            WordLists.ByLanguage[language].Requests.Keys.Where(key => key.StartsWith("Language:", StringComparison.Ordinal))
                .ShouldBe(
                    LanguageRecogniser.Languages.Select(other => $"Language:{other}"), ignoreOrder: true, $"words.{language}.json");
        }
    }

    [Fact]
    public void The_words_of_no_language_are_read_with_all_of_them() =>
        WordLists.Phrases(list => list.Consent).ShouldContain(("soft", "👍"));
}

using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Devices;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Consent;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Tests.Cards;

public sealed class TextsTests
{
    /// <summary>As many as are read on a phone without scrolling, and understood at once.</summary>
    private const int MostWords = 60;

    private static readonly Texts Texts = Texts.Load(TextFiles.Folder);
    private static readonly TextUses Uses = new();

    public static TheoryData<string> Languages => ["en", "de", "es", "fr", "it"];

    /// <summary>Texts that tell the customer a word to type, and the list of words that are understood there.</summary>
    public static TheoryData<string, string> WordsToType => new()
    {
        { "action.retry", "words.done" },
        { "key.retry", "words.done" },
        { "page.expired.text", "words.go-on" },
        { "test.later.text", "words.go-on" },
        { "test.mend.retry", "words.again" },
        { "test.retry", "words.later" },
    };

    [Fact]
    public void The_five_languages_are_there() => Texts.Languages.Order().ShouldBe(Languages.Select(row => row.Data).Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_keys_of_English_in_the_same_order_and_each_once(string language)
    {
        var keys = TextFiles.KeysOf(language);

        keys.ShouldBe(TextFiles.KeysOf(Texts.Fallback));
        keys.ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_text_has_the_placeholders_of_English(string language)
    {
        foreach (var (key, text) in TextFiles.Of(language))
        {
            TextFiles.PlaceholdersIn(text).ShouldBe(TextFiles.PlaceholdersIn(Texts.Get(Texts.Fallback, key)), $"{language}: {key}");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_is_longer_than_sixty_words_with_the_contact_sentence_in_it(string language)
    {
        var market = MarketFile.Read(Path.Combine(RepositoryRoot.Path, "markets", "demo.json"));
        var contact = new ContactTexts(Texts, market).Sentence(language);

        foreach (var key in TextFiles.KeysOf(language))
        {
            var text = Texts.Get(language, key, ("contact", contact), ("supplier", market.Supplier));
            text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeLessThanOrEqualTo(
                MostWords, $"{language}: {key}");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_is_empty_unless_that_of_English_is(string language)
    {
        foreach (var (key, text) in TextFiles.Of(language))
        {
            string.IsNullOrWhiteSpace(text).ShouldBe(Texts.Get(Texts.Fallback, key).Length == 0, $"{language}: {key}");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_is_a_note_to_ourselves(string language)
    {
        foreach (var (key, text) in TextFiles.Of(language))
        {
            text.ShouldNotContain("TODO", Case.Sensitive, $"{language}: {key}");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_list_of_words_offers_several_and_each_once(string language)
    {
        foreach (var key in TextFiles.KeysOf(language).Where(key => key.StartsWith("words.", StringComparison.Ordinal)))
        {
            var words = Texts.Get(language, key).Split('|');

            words.Length.ShouldBeInRange(4, 8, $"{language}: {key}");
            words.ShouldBeUnique();
            words.ShouldAllBe(word => word.Length > 0 && word == word.Trim());
        }
    }

    [Theory]
    [MemberData(nameof(WordsToType))]
    public void A_word_that_the_customer_is_told_to_type_is_understood(string told, string understood)
    {
        foreach (var language in Texts.Languages)
        {
            var words = Texts.Get(language, understood).Split('|');
            TextFiles.QuotedIn(Texts.Get(language, told))
                .ShouldContain(word => words.Contains(word, StringComparer.OrdinalIgnoreCase), $"{language}: {told}");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_command_that_the_customer_is_told_to_type_is_that_command_in_every_language(string language)
    {
        foreach (var (key, text) in TextFiles.Of(language))
        {
            CommandsIn(text).ShouldBe(CommandsIn(Texts.Get(Texts.Fallback, key)), $"{language}: {key}");
        }

        CommandsIn(Texts.Get(language, "help")).ShouldBe(
        [
            RequestKind.Status, RequestKind.Back, RequestKind.Change, RequestKind.StartOver, RequestKind.Cancel,
            RequestKind.WithdrawConsent, RequestKind.Human,
        ]);
    }

    [Theory]
    [InlineData("consent.typed.data")]
    [InlineData("consent.typed.control")]
    public void The_yes_and_the_no_that_a_permission_asks_for_are_taken_for_that(string key)
    {
        foreach (var language in Texts.Languages)
        {
            var answers = TextFiles.QuotedIn(Texts.Get(language, key))
                .Select(word => ConsentRecogniser.Recognise(word, ConsentQuestion.Permission)).ToArray();

            answers.Select(answer => answer.Label).ShouldBe([ConsentLabel.Yes, ConsentLabel.No], $"{language}: {key}");
            answers[0].IsExplicitYes.ShouldBeTrue($"{language}: {key}");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_stands_on_the_button_to_the_team_can_be_typed(string language) =>
        RequestRecogniser.Recognise(Texts.Get(language, "test.person")).ShouldNotBeNull(language).Kind.ShouldBe(RequestKind.Human);

    [Fact]
    public void Every_text_is_used() => TextFiles.KeysOf(Texts.Fallback).Where(key => !Uses.Uses(key)).ShouldBeEmpty();

    [Fact]
    public void Every_text_that_is_asked_for_by_name_exists() => Uses.Missing(TextFiles.KeysOf(Texts.Fallback)).ShouldBeEmpty();

    [Fact]
    public void A_text_that_nothing_uses_and_one_that_is_not_there_are_noticed()
    {
        Uses.Uses("signin.no-such-text").ShouldBeFalse();
        Uses.Uses("reason.NO_SUCH_REASON").ShouldBeFalse();
        Uses.Uses("no-such-page.title").ShouldBeFalse();
        Uses.Missing([.. TextFiles.KeysOf(Texts.Fallback).Except(["signin.again", "person", "page.back.title", "page.back.text"])])
            .ShouldBe(["signin.again", "person", "page.back"], ignoreOrder: true);
    }

    [Fact]
    public void Every_value_that_a_text_is_named_after_has_its_text()
    {
        var kinds = Enum.GetNames<DeviceKind>().Except([nameof(DeviceKind.ChargePoint)]);

        // A charge point is offered together with the car.
        kinds.Select(kind => $"kind.{kind}").ShouldAllBe(key => Texts.Has(key));
        Enum.GetNames<DeviceQuestion>().Select(question => $"devices.ask.{question}").ShouldAllBe(key => Texts.Has(key));
        Enum.GetNames<ProposalReason>().Select(reason => $"confirm.reason.{reason}").ShouldAllBe(key => Texts.Has(key));
        TextFiles.KeysOf(Texts.Fallback).Where(key => key.StartsWith("refused.", StringComparison.Ordinal))
            .ShouldAllBe(key => Enum.GetNames<WizardProblemKind>().Contains(key.Split('.')[1]));
    }

    private static RequestKind[] CommandsIn(string text) =>
        [.. TextFiles.QuotedIn(text).Select(word => RequestRecogniser.Recognise(word)?.Kind).OfType<RequestKind>()];
}

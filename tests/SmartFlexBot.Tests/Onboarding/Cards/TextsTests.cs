using System.Text.RegularExpressions;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Tests.Onboarding.Cards;

public sealed partial class TextsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("texts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("en", "en")]
    [InlineData("de-AT", "de")]
    [InlineData("DE_de", "de")]
    [InlineData("pl", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    [InlineData("-", "en")]
    public void A_language_without_texts_is_served_in_English(string? locale, string language)
    {
        var texts = Load(("en", """{"a":"English"}"""), ("de", """{"a":"Deutsch"}"""));

        texts.LanguageOf(locale).ShouldBe(language);
        texts.Get(locale, "a").ShouldBe(language == "de" ? "Deutsch" : "English");
    }

    [Fact]
    public void Values_take_their_places_in_the_languages_form()
    {
        var texts = Load(("en", """{"a":"{size} kWh, {size} again, {unknown}"}"""), ("de", """{"a":"{size} kWh"}"""));

        texts.Get("en", "a", ("size", 7.4m)).ShouldBe("7.4 kWh, 7.4 again, {unknown}");
        texts.Get("de", "a", ("size", 7.4m)).ShouldBe("7,4 kWh");
        texts.Get("en", "a", ("size", null)).ShouldBe(" kWh,  again, {unknown}");
    }

    [Theory]
    [InlineData("{b}")]
    [InlineData("{a}")]
    [InlineData("{contact} {supplier} ${x}")]
    [InlineData("{")]
    [InlineData("}{")]
    public void What_stands_in_a_value_is_no_place_for_another(string value)
    {
        var texts = Load(("en", """{"t":"a {a} b {b}"}"""));

        texts.Get("en", "t", ("a", value), ("b", "B")).ShouldBe($"a {value} b B");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("a } b")]
    [InlineData("{}")]
    [InlineData("{{a}")]
    public void Lone_brackets_stay(string text) =>
        Load(("en", $$"""{"t":"{{text}}"}""")).Get("en", "t", ("b", 1)).ShouldBe(text);

    [Theory]
    [InlineData("en", 1, "one day")]
    [InlineData("en", 2, "2 days")]
    [InlineData("en", 0, "0 days")]
    [InlineData("fr", 0, "un jour")]
    [InlineData("fr", 1, "un jour")]
    [InlineData("fr", 2, "2 jours")]
    public void One_has_a_text_of_its_own(string language, int days, string text)
    {
        var texts = Load(
            ("en", """{"a":"{days} days","a.one":"one day","b":"{days} left"}"""),
            ("fr", """{"a":"{days} jours","a.one":"un jour","b":"{days} de reste"}"""));

        texts.Get(language, "a", ("days", days)).ShouldBe(text);
        texts.Get("en", "b", ("days", days)).ShouldBe($"{days} left");
        texts.Get("en", "a", ("days", 2), ("other", days)).ShouldBe("2 days");
    }

    [Fact]
    public void A_market_is_spoken_to_informally_where_there_are_texts_for_it_and_formally_elsewhere()
    {
        (string, string)[] files = [
            ("en", """{"a":"your car"}"""), ("de", """{"a":"Ihr Auto"}"""), ("de.informal", """{"a":"dein Auto"}"""),
            ("fr", """{"a":"votre voiture"}""")];

        var informal = Load(AddressForm.Informal, files);
        informal.Get("de-AT", "a").ShouldBe("dein Auto");
        informal.Get("fr", "a").ShouldBe("votre voiture");
        informal.Languages.ShouldBe(["en", "de", "fr"], ignoreOrder: true);
        Load(AddressForm.Formal, files).Get("de", "a").ShouldBe("Ihr Auto");
    }

    [Fact]
    public void Nobody_is_spoken_to_now_in_one_form_and_now_in_the_other() =>
        Should.Throw<InvalidDataException>(() => Load(
            AddressForm.Informal, ("en", """{"a":"1","b":"2"}"""), ("de", """{"a":"1","b":"2"}"""), ("de.informal", """{"a":"1"}""")))
            .Message.ShouldContain("de.informal.json lacks the text 'b'");

    [Fact]
    public void A_key_that_is_nowhere_is_a_mistake_in_the_code() =>
        Should.Throw<KeyNotFoundException>(() => Load(("en", "{}")).Get("en", "nowhere"));

    [Fact]
    public void A_language_that_lacks_a_text_is_named_with_it()
    {
        var problem = Should.Throw<InvalidDataException>(() => Load(("en", """{"a":"1","b":"2"}"""), ("fr", """{"a":"1"}""")));

        problem.Message.ShouldContain("fr.json lacks the text 'b'");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"a\":{}}")]
    [InlineData("{\"a\":1}")]
    [InlineData("{\"a\":null}")]
    [InlineData("{")]
    [InlineData("null")]
    public void A_file_that_is_not_texts_is_named(string json) =>
        Should.Throw<InvalidDataException>(() => Load(("en", json))).Message.ShouldContain("en.json");

    [Fact]
    public void Without_English_or_a_folder_the_start_says_so()
    {
        Should.Throw<InvalidDataException>(() => Load(("de", "{}"))).Message.ShouldContain("has no en.json");
        Should.Throw<InvalidDataException>(() => Texts.Load("/nowhere")).Message.ShouldContain("Set Onboarding:CardsPath");
    }

    public static TheoryData<string> Languages => [.. Shipped.Texts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_places_of_the_English_text(string language)
    {
        foreach (var key in Keys())
        {
            Places(Shipped.Texts.Get(language, key)).ShouldBe(Places(Shipped.Texts.Get("en", key)), $"{language} {key}");
        }
    }

    private static IEnumerable<string> Keys() => System.Text.Json.Nodes.JsonNode.Parse(
        File.ReadAllText(Path.Combine(Shipped.Cards, "text", "en.json")))!.AsObject().Select(text => text.Key);

    private static IReadOnlyList<string> Places(string text) =>
        [.. Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Place();

    private Texts Load(params (string Language, string Json)[] files) => Load(AddressForm.Formal, files);

    private Texts Load(AddressForm form, params (string Language, string Json)[] files)
    {
        foreach (var (language, json) in files)
        {
            File.WriteAllText(Path.Combine(_folder, $"{language}.json"), json);
        }

        return Texts.Load(_folder, form);
    }
}

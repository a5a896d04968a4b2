using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Tests.Onboarding.Cards;

public sealed class SubjectListTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"subjects-{Guid.NewGuid():N}.json");

    private static MarketSettings WithoutPhone => Shipped.Market with { Contact = [new ContactWay("email", "help@example.com")] };

    public static TheoryData<string, string> MarketsAndLanguages => new(
        from market in Directory.EnumerateFiles(Shipped.Markets, "*.json")
        from language in Shipped.Texts.Languages
        select (Path.GetFileName(market), language));

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void There_are_many_subjects_and_each_says_where_its_answer_comes_from()
    {
        Shipped.Subjects.Names.Count().ShouldBeGreaterThanOrEqualTo(45);
        Shipped.Subjects.Names.ShouldAllBe(name => Shipped.Subjects[name].Source.Length > 10);
    }

    [Theory]
    [MemberData(nameof(MarketsAndLanguages))]
    public void Each_answer_is_whole_in_each_market(string file, string language)
    {
        var market = MarketFile.Read(Path.Combine(Shipped.Markets, file));
        foreach (var name in Shipped.Subjects.Names)
        {
            Answer(name, market, language).ShouldNotContain("{", Case.Sensitive, $"{file}, {language}: {name}");
        }
    }

    [Theory]
    [InlineData("phone", "answer.phone.unknown")]
    [InlineData("opening-hours", "answer.opening-hours.unknown")]
    [InlineData("smart-meter", "answer.smart-meter")]
    [InlineData("cooling-off", "answer.cooling-off.unknown")]
    [InlineData("tariff-switch", "answer.tariff-switch.none")]
    public void What_the_market_does_not_tell_is_said_so(string name, string key) =>
        Shipped.Subjects.AnswerOf(name, WithoutPhone, text => text).Key.ShouldBe(key);

    [Theory]
    [InlineData("phone", "answer.phone", "0800 000 0000")]
    [InlineData("smart-meter", "answer.smart-meter.true", "true")]
    [InlineData("cooling-off", "answer.cooling-off", "14")]
    [InlineData("tariff-switch", "answer.tariff-switch", "required")]
    public void What_the_market_tells_stands_in_the_answer(string name, string key, string fact) =>
        Shipped.Subjects.AnswerOf(name, Shipped.Britain, text => text).ShouldBe((key, fact));

    [Fact]
    public void A_step_is_explained_by_the_subject_that_names_it()
    {
        Shipped.Subjects.At("status.next.SignIn").ShouldBe("maker-sign-in");
        Shipped.Subjects.At("status.next.Other").ShouldBeNull();
    }

    [Theory]
    [InlineData("""{ "cost": { "source": "x", "fact": "moon" } }""", "'cost' asks for the fact 'moon'; there are phone")]
    [InlineData("""{ "gold": { "source": "x" } }""", "'gold' has no text 'answer.gold'")]
    [InlineData("""{ "cost": { "source": "x", "when": { "a": "gold" } } }""", "'gold' has no text 'answer.gold'")]
    [InlineData("""{ "smart-meter.true": { "source": "x" } }""", "'smart-meter.true' has no words in Recognition/Data/questions.de.json")]
    [InlineData("{ }", "is understood, but it is not listed here")]
    [InlineData("""{ "cost": { } }""", "is not a JSON object of subjects")]
    [InlineData("[]", "is not a JSON object of subjects")]
    public void A_list_that_lacks_something_stops_the_start_with_a_sentence(string json, string sentence)
    {
        File.WriteAllText(_file, json);

        Should.Throw<InvalidDataException>(() => SubjectList.Load(_file, Shipped.Texts)).Message.ShouldContain(sentence);
    }

    private static string Answer(string name, MarketSettings market, string language)
    {
        var (key, fact) = Shipped.Subjects.AnswerOf(name, market, text => Shipped.Texts.Get(language, text));
        return Shipped.Texts.Get(language, key,
            ("value", fact), ("minutes", market.TestCharge.Minutes), ("setup", market.SetupMinutes), ("supplier", market.Supplier),
            ("contact", ContactTexts.Create(Shipped.Texts, market).Sentence(language)));
    }
}

using SmartFlexBot.Recognition.Devices;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Words;
using static SmartFlexBot.Tests.Recognition.MarketAsTenant;

namespace SmartFlexBot.Tests.Recognition.Devices;

/// <summary>The stages by themselves: ways to spell, runs that are names, what stands beside them, what is said around them.</summary>
public sealed class StagesTests
{
    private static readonly DeviceLexicon Lexicon = Alone(
        Car("Zorgon", "Flux"), Car("Zorgon", "Quib"), Car("Wimbel", "Oz"), Car("Wimbel", "Grandolin"), Charger("Wimbel", "Ka"));

    [Theory]
    [InlineData("a flux", "flux:0")]
    [InlineData("zorgon flux", "flux:0 zorgon:0 zorgonflux:0")]
    [InlineData("flux30", "flux:0")] // a name may stop inside a written word before a number
    [InlineData("oz30", "")] // but not one of two letters
    [InlineData("fluxor", "")]
    [InlineData("xflux", "")]
    [InlineData("oz", "oz:0")]
    [InlineData("grandolyn", "grandolin:2")] // sounds the same
    [InlineData("grandolit", "grandolin:3")] // one letter is wrong
    [InlineData("grandlins", "grandolin:4")] // one is missing and one is too many
    [InlineData("quip", "quib:3")]
    [InlineData("fllux", "flux:2")]
    public void Runs_of_letters_are_names_as_long_as_they_depart_little(string text, string spans) =>
        string.Join(' ', Of(text).Spans.Select(span => $"{Key(span)}:{span.Cost}").Order(StringComparer.Ordinal)).ShouldBe(spans);

    [Theory]
    [InlineData("sixty four", "sixty|four", "64|")]
    [InlineData("sixty ten", "sixty|ten", "60|10")]
    [InlineData("four sixty", "four|sixty", "4|60")]
    [InlineData("60 four", "60|four", "60|4")] // a number that was written is whole
    [InlineData("flux", "flux", null)]
    public void Numbers_are_spelled_as_voice_means_them(string text, string written, string? spoken)
    {
        var spellings = Of(text).Spellings.Select(spelling => string.Join('|', spelling.Tokens)).ToList();

        spellings[0].ShouldBe(written);
        spellings.ElementAtOrDefault(1).ShouldBe(spoken);
    }

    [Theory]
    [InlineData("leaf 64 kwh", "64")]
    [InlineData("leaf 64.8", "64.8")]
    [InlineData("leaf 64", "")]
    [InlineData("leaf 64 in 2020, 12 kwh", "12")]
    public void Sizes_are_numbers_of_kWh_or_with_a_decimal(string text, string sizes)
    {
        var analysis = Of(text);

        string.Join('|', ZoneWords.Sizes(analysis, 0, analysis.Utterance.Count).Distinct().Select(
            size => size.ToString(System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(sizes);
    }

    [Fact]
    public void The_words_around_a_name_are_read_alone_in_twos_and_threes_and_with_trims_in_one_word()
    {
        var analysis = Of("my flux long range blip");

        ZoneWords.Read(analysis, 0, 5).ShouldBe(
        [
            "my", "flux", "long", "range", "blip", "myflux", "fluxlong", "longrange", "rangeblip", "myfluxlong", "fluxlongrange",
            "longrangeblip",
        ], ignoreOrder: true);
        ZoneWords.Read(analysis, 1, 3).ShouldBe(["flux", "long", "fluxlong"], ignoreOrder: true);
    }

    [Fact]
    public void The_name_itself_says_nothing_about_its_variant()
    {
        var analysis = Of("long range flux");
        var name = new Mention(Onboarding.Journeys.Facts.Car, 0, [0], -1, 0, 3, IsExact: true, Fit.Full) { NameStart = 0, NameEnd = 2 };

        ZoneWords.Read(analysis, 0, 3, name).ShouldBe(["flux"]);
        ZoneWords.Read(analysis, 0, 3, name with { NameStart = 2, NameEnd = 3 }).ShouldContain("longrange");
    }

    [Fact]
    public void Written_words_have_their_trims_in_one_and_nothing_beside()
    {
        var analysis = Of("my flux long range blip");

        ZoneWords.Written(analysis, 0, 5).ShouldBe(["my", "flux", "longrange", "blip"], ignoreOrder: true);
        ZoneWords.Written(analysis, 0, 3).ShouldBe(["my", "flux", "long"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("zorgon flux", 0)]
    [InlineData("flux zorgon", 0)]
    [InlineData("zorgon electric flux", 1)]
    [InlineData("zorgon blip flux", 2)]
    [InlineData("zorgon electric blip flux", 3)]
    public void Beside_means_that_nothing_stands_between_but_electric(string text, int gap)
    {
        var analysis = Of(text);

        Neighbours.Gap(analysis, Span(analysis, "zorgon"), Span(analysis, "flux")).ShouldBe(gap);
        Neighbours.DistanceToMake(analysis, Span(analysis, "flux"), 0).ShouldBe(gap);
        Neighbours.DistanceToMake(analysis, Span(analysis, "flux"), 1).ShouldBe(int.MaxValue);
    }

    [Theory]
    [InlineData("zorgon oz", true)]
    [InlineData("zorgon blip oz", false)]
    [InlineData("oz zorgon", false)]
    [InlineData("zorgon grandolin", false)] // a long name is clear by itself
    public void A_short_name_behind_another_make_is_none_of_its_own(string text, bool isBeside)
    {
        var analysis = Of(text);

        Neighbours.IsBesideOtherMake(analysis, Span(analysis, text.Contains("oz", StringComparison.Ordinal) ? "oz" : "grandolin"))
            .ShouldBe(isBeside);
    }

    [Theory]
    [InlineData("my flux please", true)]
    [InlineData("flux 2020", true)]
    [InlineData("flux zorgon", true)]
    [InlineData("flux blip", false)]
    [InlineData("road flux", false)] // an everyday word says something else
    public void Nothing_else_is_said_where_all_other_words_carry_nothing(string text, bool isAll)
    {
        var analysis = Of(text);

        analysis.IsAllThatIsSaid(Span(analysis, "flux")).ShouldBe(isAll);
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(1, 1, true)]
    [InlineData(2, 3, false)]
    [InlineData(2, 4, true)]
    [InlineData(3, 4, false)]
    [InlineData(3, 5, true)]
    [InlineData(4, 7, false)]
    [InlineData(4, 8, true)]
    public void The_more_is_wrong_the_longer_a_word_must_be(int cost, int characters, bool isLikely) =>
        NameResolver.IsLikelyMisspelt(new NameSpan(0, 1, new NameEntry([], []), cost, characters)).ShouldBe(isLikely);

    private static Analysis Of(string text) => new(Normaliser.Read(text), RecognitionContext.Empty, Lexicon);

    private static NameSpan Span(Analysis analysis, string key) => analysis.Spans.First(span => Key(span) == key);

    /// <summary>The key that the span was found by.</summary>
    private static string Key(NameSpan span) => new[] { "flux", "quib", "oz", "grandolin", "ka", "zorgon", "wimbel", "zorgonflux" }
        .First(key => ReferenceEquals(Lexicon.Find(key), span.Entry));
}

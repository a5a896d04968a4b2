using System.Globalization;
using SmartFlexBot.ProbeBot.Prompts;
using static SmartFlexBot.Tests.BotFramework.Dialogs.Questions;

namespace SmartFlexBot.Tests.Probe.Prompts;

public sealed class NumberPromptTests
{
    private static Task<object?> NumberAsync(string answer, string? locale) =>
        AnswerAsync(new NumberPrompt<decimal>("number", units: ["kWh", "kilowatt hours", "%"]), Ask("How much?"), answer, locale);

    [Theory]
    [InlineData("en", "77.4", "77.4")]
    [InlineData("en", "77,4", "77.4")]
    [InlineData("de", "77,4", "77.4")]
    [InlineData("de", "77.4", "77.4")]
    [InlineData("en", "1,500", "1500")]
    [InlineData("de", "1.500", "1500")]
    [InlineData("en", "1.500", "1.5")]
    [InlineData("de", "1,500", "1.5")]
    [InlineData("de", "0.500", "0.5")]
    [InlineData("en", "1,234,567.89", "1234567.89")]
    [InlineData("de", "1.234.567,89", "1234567.89")]
    [InlineData("fr", "1 234,5", "1234.5")]
    [InlineData("fr", "1\u202f234,5", "1234.5")]
    [InlineData("de-CH", "1’500", "1500")]
    [InlineData("es", "1.500", "1500")]
    [InlineData("it", "1.500", "1500")]
    [InlineData("en", " 75 kWh ", "75")]
    [InlineData("en", "75KWH", "75")]
    [InlineData("en", "75 kilowatt hours", "75")]
    [InlineData("en", "80%", "80")]
    [InlineData("en", "-5", "-5")]
    [InlineData("en", "−5", "-5")]
    [InlineData("en", "+5", "5")]
    [InlineData("ar", "٧٥", "75")]
    [InlineData("tlh", "77.4", "77.4")]
    [InlineData("not a locale!", "1,500", "1500")]
    [InlineData(null, "1,500", "1500")]
    public async Task A_number_is_read_as_it_is_written_in_the_language(string? locale, string answer, string expected) =>
        (await NumberAsync(answer, locale)).ShouldBe(decimal.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("about 75")]
    [InlineData("75 or 80")]
    [InlineData("75 dogs")]
    [InlineData("kWh")]
    [InlineData("1,50,00")]
    [InlineData("1.5.0")]
    [InlineData("1,500,5")]
    [InlineData("12 34")]
    [InlineData("1e9")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("--5")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("🔋")]
    [InlineData("\ud83d")]
    [InlineData("99999999999999999999999999999999")]
    public async Task Anything_but_one_number_is_asked_again(string answer) => (await NumberAsync(answer, "en")).ShouldBeNull();

    [Fact]
    public async Task Ten_thousand_digits_are_asked_again() => (await NumberAsync(new string('7', 10_000), "en")).ShouldBeNull();

    [Theory]
    [InlineData("7", 7)]
    [InlineData("7.0", 7)]
    [InlineData("7.5", null)]
    [InlineData("3000000000", null)]
    public async Task A_whole_number_is_whole_and_in_range(string answer, int? expected) =>
        (await AnswerAsync(new NumberPrompt<int>("number"), Ask("How many?"), answer)).ShouldBe(expected);
}

using SmartFlexBot.Onboarding.Cards;

namespace SmartFlexBot.Tests.Cards;

public sealed class PlainWordsTests
{
    /// <summary>The durable copy is evidence: it names the API's field (DESIGN: every figure carries its origin).</summary>
    private static readonly string[] Evidence = ["tariff.copy.origin"];

    /// <summary>Values that are no words for a customer: nothing has a place for them.</summary>
    private static readonly string[] NoPlaceFor = ["{code}", "{field}", "{id}", "{deviceId}", "{step}", "{error}"];

    public static TheoryData<string> Languages => TextsTests.Languages;

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_names_a_code_a_zone_a_field_or_an_id(string language)
    {
        foreach (var (key, text) in TextFiles.Of(language).Where(text => !Evidence.Contains(text.Key)))
        {
            TextFiles.PlaceholdersIn(text).ShouldAllBe(place => !NoPlaceFor.Contains(place), $"{language}: {key}");
            PlainWords.FaultsIn(WithValues(text)).ShouldBeEmpty($"{language}: {key}");
        }
    }

    [Theory]
    [InlineData("The reason is KT-CT-4314.")]
    [InlineData("SOC_LIMIT_REACHED happened")]
    [InlineData("All times are Europe/London.")]
    [InlineData("from standard-unit-rates.value_inc_vat")]
    [InlineData("Smart charging is on for 3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [InlineData("Hello {name}")]
    [InlineData("Please do it: .")]
    [InlineData("Your car () is ready")]
    public void What_no_customer_should_read_is_noticed(string words) => PlainWords.FaultsIn(words).ShouldNotBeEmpty();

    [Theory]
    [InlineData("Tesla Model 3 (75 kWh battery), BYD e-C4, VW ID.3, MG ZS-EV.")]
    [InlineData("https://chat.example.com/auth/start/3f2504e04f8911d39a0c0305e82c3301")]
    [InlineData("Que souhaitez-vous retirer : vos autorisations ?")]
    public void Names_addresses_and_French_spaces_are_no_faults(string words) => PlainWords.FaultsIn(words).ShouldBeEmpty();

    private static string WithValues(string text) =>
        TextFiles.PlaceholdersIn(text).Distinct().Aggregate(text, (filled, place) => filled.Replace(place, "X", StringComparison.Ordinal));
}

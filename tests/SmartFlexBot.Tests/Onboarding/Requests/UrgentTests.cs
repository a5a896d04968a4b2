using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Tests.Onboarding.Requests;

/// <summary>What is urgent is answered at once and alone, with the numbers of the market.</summary>
public sealed class UrgentTests
{
    [Theory]
    [InlineData("it smells of burning", "call 999")]
    [InlineData("I smell gas in the garage", "call 0800 111 999")]
    [InlineData("my son got a shock from the cable", "call 999")]
    [InlineData("we have a power cut", "please call 105")]
    public async Task Britain_calls_its_own_numbers(string words, string number) =>
        (await SaidToAsync(Shipped.Britain, words)).ShouldContain(number);

    [Theory]
    [InlineData("it smells of burning", "call 112")]
    [InlineData("I smell gas in the garage", "call 112")]
    [InlineData("my son got a shock from the cable", "call 112")]
    [InlineData("we have a power cut", "call your local network operator first")]
    public async Task Where_a_line_of_its_own_is_missing_the_general_number_or_the_way_there_is_told(string words, string way) =>
        (await SaidToAsync(Shipped.Market, words)).ShouldContain(way);

    [Theory]
    [InlineData("my mother died last week")]
    [InlineData("I can’t afford my bill any more")]
    [InlineData("my husband is on dialysis at home")]
    public async Task Who_needs_care_gets_it_and_a_person_at_once(string words)
    {
        var said = await SaidToAsync(Shipped.Market, words);

        said.ShouldStartWith("Thank you for telling me.");
        said.ShouldContain("0800 000 0000");
    }

    private static async Task<string> SaidToAsync(MarketSettings market, string words)
    {
        var chat = new Chat(new InMemoryKraken(), market);
        await chat.OpenAsync();
        return (await chat.SayAsync(words)).ShouldHaveSingleItem();
    }
}

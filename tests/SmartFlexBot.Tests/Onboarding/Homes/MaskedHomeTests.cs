using SmartFlexBot.Onboarding.Homes;

namespace SmartFlexBot.Tests.Onboarding.Homes;

public sealed class MaskedHomeTests
{
    [Theory]
    [InlineData("12 Oak Street, Bristol", "1••• O••• S•••, B•••")]
    [InlineData("Flat 3\n12 Oak Street\r\nBristol BS1 4ST", "F••• 3•••, 1••• O••• S•••, B••• B••• 4•••")]
    [InlineData("Straße des 17. Juni 135, 10623 Berlin", "S••• d••• 1••• J••• 1•••, 1••• B•••")]
    [InlineData("  (Élysée)  ,, -- ", "É•••, •••")]
    [InlineData("𝒞asa", "𝒞•••")]
    public void A_home_shows_the_beginning_of_each_word(string address, string masked) => MaskedHome.Of(address).ShouldBe(masked);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , \n ")]
    public void No_address_is_no_home(string? address) => MaskedHome.Of(address).ShouldBeNull();
}

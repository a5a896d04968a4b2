using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Tests.Recognition.Consent;

public sealed class BareAnswerTests
{
    [Theory]
    [InlineData("yes")]
    [InlineData("No thanks")]
    [InlineData("ja, gerne")]
    [InlineData("nein danke")]
    [InlineData("sí")]
    [InlineData("non merci")]
    [InlineData("no grazie")]
    public void A_yes_or_a_no_is_one(string text) => BareAnswer.Is(text).ShouldBeTrue();

    [Theory]
    [InlineData("no charger")]
    [InlineData("Kia EV6, no charger")]
    [InlineData("ja, ein Tesla")]
    [InlineData("zorgon")]
    [InlineData("")]
    public void What_says_more_or_neither_is_none(string text) => BareAnswer.Is(text).ShouldBeFalse();
}

using SmartFlexBot.Tests.Onboarding;
using SmartFlexBot.Web.Onboarding;

namespace SmartFlexBot.Tests.Web.Onboarding;

public sealed class OnboardingOptionsTests
{
    [Theory]
    [InlineData("https://chat.example.com")]
    [InlineData("https://chat.example.com:8443/")]
    [InlineData("http://localhost:3978")]
    [InlineData("http://127.0.0.1:5000")]
    public void An_address_that_browsers_reach_safely_is_good(string address) =>
        Check(Good(address)).ShouldBeNull();

    [Theory]
    [InlineData("http://chat.example.com", "Onboarding:PublicUrl must begin with https://.")]
    [InlineData("ftp://localhost", "Onboarding:PublicUrl must begin with https://.")]
    [InlineData("https://chat.example.com/bot", "Onboarding:PublicUrl must be scheme, host and port alone")]
    [InlineData("https://chat.example.com/?a=1", "Onboarding:PublicUrl must be scheme, host and port alone")]
    [InlineData("https://me@chat.example.com", "Onboarding:PublicUrl must be scheme, host and port alone")]
    [InlineData("ftp://chat.example.com", "Onboarding:PublicUrl must begin with https://.")]
    [InlineData("/chat", "Onboarding:PublicUrl must")]
    [InlineData("chat.example.com", "Onboarding:PublicUrl must be a whole address, such as https://chat.example.com.")]
    public void Any_other_is_named(string address, string sentence) =>
        Check(Good(address)).ShouldNotBeNull().ShouldStartWith(sentence);

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("DE")]
    public void A_market_without_a_file_is_named(string market)
    {
        var options = Good("https://chat.example.com");
        options.Market = market;

        Check(options).ShouldNotBeNull().ShouldStartWith($"Onboarding:Market is '{market}'");
    }

    private static OnboardingOptions Good(string address) => new()
    {
        PublicUrl = new(address, UriKind.RelativeOrAbsolute),
        MarketsPath = Shipped.Markets,
        CardsPath = Shipped.Cards,
    };

    private static string? Check(OnboardingOptions options) => new OnboardingOptionsCheck().Validate(null, options).FailureMessage;
}

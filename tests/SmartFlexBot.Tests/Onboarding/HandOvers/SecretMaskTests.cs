using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Tests.Onboarding.HandOvers;

public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("my card is 4111 1111 1111 1111, ok", "my card is [number], ok")]
    [InlineData("my password is hunter2!", "my password [secret]")]
    [InlineData("Passwort: geheim123 bitte", "Passwort [secret] bitte")]
    [InlineData("see https://chat.example.com/auth/start/abc123?x=1 please", "see [link to chat.example.com] please")]
    [InlineData("call me at +44 800 000 0000", "call me at +44 800 000 0000")]
    [InlineData("account A-7E51A001, 75 kWh", "account A-7E51A001, 75 kWh")]
    public void Secrets_and_working_links_go_and_the_rest_stays(string words, string masked) => SecretMask.Of(words).ShouldBe(masked);
}

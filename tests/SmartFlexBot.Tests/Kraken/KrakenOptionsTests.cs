using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmartFlexBot.Kraken;

namespace SmartFlexBot.Tests.Kraken;

public sealed class KrakenOptionsTests
{
    [Theory]
    [InlineData("Endpoint", null)]
    [InlineData("Endpoint", "http://api.example.test/graphql")]
    [InlineData("Endpoint", "api.example.test")]
    [InlineData("OrganizationSecretKey", null)]
    [InlineData("ApiKey", "a second credential")]
    [InlineData("OnboardingApi", null)]
    [InlineData("OnboardingApi", "7")]
    [InlineData("OnboardingApi", "Wizzard")]
    [InlineData("TestChargeStart", "Sometimes")]
    [InlineData("ClientType", "PHONE")]
    [InlineData("RedirectUri", "http://bot.example.test/auth/return")]
    [InlineData("Timeout", "00:00:00")]
    [InlineData("Timeout", "soon")]
    [InlineData("CatalogueCacheDuration", "-01:00:00")]
    [InlineData("ReadRetries", "99")]
    [InlineData("WatchComplexity", "0")]
    [InlineData("ComplexityLimit", "1")]
    [InlineData("CustomerShare", "0")]
    [InlineData("CustomerShare", "1.5")]
    [InlineData("ReadPoints", "0")]
    [InlineData("PointsPerHour", "100")]
    [InlineData("ChargePointProviders:Ohme", "OMHE")]
    public void A_missing_or_wrong_setting_stops_the_start_and_is_named(string setting, string? value)
    {
        using var services = new ScriptedKraken().Start((setting, value));

        var failure = Should.Throw<Exception>(() => services.GetRequiredService<IStartupValidator>().Validate());

        failure.Message.ShouldContain($"Kraken:{setting}");
    }

    [Theory]
    [InlineData("http://localhost:5000/simulator/graphql")]
    [InlineData("http://127.0.0.1:3980/simulator/graphql")]
    [InlineData("https://api.example.test/v1/graphql/")]
    public void https_or_this_machine_is_allowed(string endpoint)
    {
        using var services = new ScriptedKraken().Start(("Endpoint", endpoint));

        Should.NotThrow(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public void A_secret_is_not_repeated_in_a_failure()
    {
        using var services = new ScriptedKraken().Start(("ApiKey", "sesame"), ("OnboardingApi", null));

        var failure = Should.Throw<OptionsValidationException>(() => _ = services.GetRequiredService<IOptions<KrakenOptions>>().Value);

        failure.Message.ShouldNotContain("sesame");
        failure.Failures.Count().ShouldBe(2);
    }
}

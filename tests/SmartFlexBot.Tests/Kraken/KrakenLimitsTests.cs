using SmartFlexBot.Kraken;

namespace SmartFlexBot.Tests.Kraken;

public sealed class KrakenLimitsTests
{
    [Fact]
    public void What_is_not_set_is_as_the_README_says()
    {
        var options = new KrakenOptions();

        (options.Timeout, options.MutationTimeout).ShouldBe((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)));
        (options.ReadRetries, options.RetryDelay).ShouldBe((2, TimeSpan.FromSeconds(0.2)));
        (options.TokenRenewalMargin, options.SignInAddressLifetime).ShouldBe((TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(30)));
        (options.CatalogueCacheDuration, options.SchemaCacheDuration).ShouldBe((TimeSpan.FromHours(6), TimeSpan.FromHours(12)));
        (options.ComplexityLimit, options.WatchComplexity).ShouldBe((200, 10));
        (options.Authorization, options.ClientType).ShouldBe((AuthorizationForm.Bare, ClientType.WEB));
        options.TestChargeStart.ShouldBe(TestChargeStart.Automatic);
        options.OnboardingApi.ShouldBeNull();
        Problems(_ => { }).ShouldBeEmpty();
    }

    public static TheoryData<string, Action<KrakenOptions>, bool> Edges => new()
    {
        { "ReadRetries", options => options.ReadRetries = -1, false },
        { "ReadRetries", options => options.ReadRetries = 0, true },
        { "ReadRetries", options => options.ReadRetries = 10, true },
        { "ReadRetries", options => options.ReadRetries = 11, false },
        { "RetryDelay", options => options.RetryDelay = TimeSpan.Zero, true },
        { "RetryDelay", options => options.RetryDelay = TimeSpan.FromTicks(-1), false },
        { "TokenRenewalMargin", options => options.TokenRenewalMargin = TimeSpan.Zero, true },
        { "TokenRenewalMargin", options => options.TokenRenewalMargin = TimeSpan.FromTicks(-1), false },
        { "Timeout", options => options.Timeout = TimeSpan.FromTicks(1), true },
        { "Timeout", options => options.Timeout = TimeSpan.Zero, false },
        { "MutationTimeout", options => options.MutationTimeout = TimeSpan.Zero, false },
        { "SignInAddressLifetime", options => options.SignInAddressLifetime = TimeSpan.Zero, false },
        { "CatalogueCacheDuration", options => options.CatalogueCacheDuration = TimeSpan.Zero, false },
        { "SchemaCacheDuration", options => options.SchemaCacheDuration = TimeSpan.Zero, false },
        { "WatchComplexity", options => (options.WatchComplexity, options.ComplexityLimit) = (1, 1), true },
        { "WatchComplexity", options => options.WatchComplexity = 0, false },
        { "WatchComplexity", options => (options.WatchComplexity, options.ComplexityLimit) = (10, 9), false },
        { "WatchComplexity", options => (options.WatchComplexity, options.ComplexityLimit) = (10, 10), true },
        { "Authorization", options => options.Authorization = (AuthorizationForm)7, false },
        { "ClientType", options => options.ClientType = (ClientType)7, false },
        { "TestChargeStart", options => options.TestChargeStart = (TestChargeStart)7, false },
        { "OnboardingApi", options => options.OnboardingApi = (OnboardingApi)7, false },
        { "Endpoint", options => options.Endpoint = "ftp://localhost/graphql", false },
        { "Endpoint", options => options.Endpoint = "http://10.0.0.1/graphql", false },
        { "RedirectUri", options => options.RedirectUri = "https://chat.example.test/auth/return", true },
        { "RedirectUri", options => options.RedirectUri = "http://localhost:3978/auth/return", true },
        { "RedirectUri", options => options.RedirectUri = "", false },
        { "RedirectUri", options => options.RedirectUri = null, true },
        { "OrganizationSecretKey", options => options.OrganizationSecretKey = " ", false },
        { "ApiKey", options => (options.OrganizationSecretKey, options.ApiKey) = ("", "key"), true },
        { "ApiKey", options => options.ApiKey = "key", false },
        { "ChargePointProviders:myenergi", options => options.ChargePointProviders["myenergi"] = "MYENERGI", true },
        { "ChargePointProviders:myenergi", options => options.ChargePointProviders["myenergi"] = "myenergi", false },
    };

    [Theory, MemberData(nameof(Edges), DisableDiscoveryEnumeration = true)]
    public void A_setting_is_refused_beyond_its_edge_and_not_at_it(string setting, Action<KrakenOptions> change, bool isRight)
    {
        var problems = Problems(change);
        if (isRight)
        {
            problems.ShouldBeEmpty();
        }
        else
        {
            problems.ShouldHaveSingleItem().ShouldContain($"Kraken:{setting}");
        }
    }

    [Fact]
    public void The_make_of_a_charge_point_is_known_however_it_is_written()
    {
        var options = new KrakenOptions { ChargePointProviders = { ["myenergi"] = "MYENERGI" } };
        options.ChargePointProviders["MyEnergi"].ShouldBe("MYENERGI");
    }

    private static string[] Problems(Action<KrakenOptions> change)
    {
        var options = new KrakenOptions
        {
            Endpoint = "https://api.example.test/v1/graphql/",
            OrganizationSecretKey = "secret",
            OnboardingApi = OnboardingApi.Wizard,
        };
        change(options);
        return [.. new KrakenOptionsValidation().Validate(null, options).Failures ?? []];
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Desk.Hubs;
using SmartFlexBot.Desk.Hubs.Genesys;
using SmartFlexBot.Tests.Onboarding;

namespace SmartFlexBot.Tests.Desk.Hubs;

public sealed class GenesysOptionsTests
{
    [Fact]
    public void What_is_whole_passes_and_so_does_none_at_all()
    {
        FailureOf(_ => { }).ShouldBeNull();
        FailureOf(options => options.Region = "usw2.pure.cloud").ShouldBeNull();
        FailureOf(options => options.Region = "localhost:8080").ShouldBeNull();
        FailureOf(options => (options.Region, options.ClientId) = (null, "")).ShouldBeNull();
    }

    [Fact]
    public void Each_setting_that_is_wrong_says_what_to_set()
    {
        FailureOf(options => options.Region = "https://api.mypurecloud.de").ShouldStartWith("Hub:Genesys:Region must be");
        FailureOf(options => options.Region = "mypurecloud").ShouldStartWith("Hub:Genesys:Region must be");
        FailureOf(options => options.Region = "mypurecloud.de/x").ShouldStartWith("Hub:Genesys:Region must be");
        FailureOf(options => options.IntegrationId = "7").ShouldStartWith("Hub:Genesys:IntegrationId must be");
        FailureOf(options => options.ClientId = "").ShouldStartWith("Set Hub:Genesys:ClientId and Hub:Genesys:ClientSecret");
        FailureOf(options => options.ClientSecret = "short").ShouldStartWith("Set Hub:Genesys:ClientId and Hub:Genesys:ClientSecret");
        FailureOf(options => options.WebhookSecret = "short").ShouldStartWith("Hub:Genesys:WebhookSecret must be");
        FailureOf(options => options.EndSecret = "").ShouldStartWith("Hub:Genesys:EndSecret must be");
        FailureOf(options => options.Locale = "").ShouldStartWith("Hub:Genesys:Locale must be");
        FailureOf(options => options.TransferWait = TimeSpan.Zero).ShouldStartWith("Set Hub:Genesys:TransferWait");
        FailureOf(_ => { }, hasDesk: false).ShouldStartWith("Hub:Genesys is set, but the market says nothing of people");
    }

    [Fact]
    public void Two_hubs_are_one_too_many()
    {
        Choice(("Hub:Genesys:Region", "mypurecloud.de")).ShouldBeNull();
        Choice(("Hub:Genesys:Region", "mypurecloud.de"), ("Hub:Chatwoot:Url", "https://chat.example.com"))
            .ShouldBe("Set one of Hub:Chatwoot:Url and Hub:Genesys:Region: a chat goes to one hub.");
        Choice(("Hub:Genesys:Region", "mypurecloud.de"), ("Hub:Handoff:Enabled", "true"))
            .ShouldBe("Set one of Hub:Genesys:Region and Hub:Handoff:Enabled: a chat goes to one hub.");
    }

    private static string? Choice(params (string Name, string Value)[] settings) => HubChoice.ProblemIn(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(one => one.Name, one => (string?)one.Value)).Build());

    private static string? FailureOf(Action<GenesysOptions> change, bool hasDesk = true)
    {
        var options = new GenesysOptions
        {
            Region = "mypurecloud.de",
            IntegrationId = FakeGenesys.Integration,
            ClientId = FakeGenesys.Client,
            ClientSecret = FakeGenesys.ClientSecret,
            WebhookSecret = FakeGenesys.Secret,
            EndSecret = FakeGenesys.EndSecret,
        };
        change(options);
        var market = Shipped.Market with { Desk = hasDesk ? Shipped.Market.Desk : null };
        using var services = new ServiceCollection().AddSingleton(market).BuildServiceProvider();
        return new GenesysOptionsCheck(services).Validate(null, options).FailureMessage;
    }
}

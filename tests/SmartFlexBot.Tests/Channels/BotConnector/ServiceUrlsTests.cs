using Microsoft.Extensions.Options;
using SmartFlexBot.Channels.BotConnector;

namespace SmartFlexBot.Tests.Channels.BotConnector;

/// <summary>Bot protocol C3: the bot's token goes where this lets it, and nowhere else.</summary>
public sealed class ServiceUrlsTests
{
    private const string AppId = "0d5c4d3e-6a51-4a9a-8a6e-2c1b6b7f0a11";

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://SMBA.TrafficManager.net/emea/11111111-2222-3333-4444-555555555555/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc", true)]
    [InlineData("https://webchat.botframework.com/", true)]
    [InlineData("https://europe.directline.botframework.com:443/", true)]
    [InlineData("http://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/", false)]
    [InlineData("https://other.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://botframework.com/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://user:word@smba.trafficmanager.net/", false)]
    [InlineData("https://evil.example\\@smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net./", false)]
    [InlineData("https://smba.trafficmanager.net/?to=evil", false)]
    [InlineData("https://smba.trafficmanager.net/#evil", false)]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("http://127.0.0.1:3979/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://169.254.169.254/metadata/", false)]
    [InlineData("https://10.0.0.1/", false)]
    [InlineData("https://2130706433/", false)]
    [InlineData("ftp://smba.trafficmanager.net/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("smba.trafficmanager.net", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void With_an_app_id_it_is_a_channels_own_host_over_https(string? url, bool isAllowed) =>
        IsAllowed(url, new() { AppId = AppId }).ShouldBe(isAllowed);

    [Theory]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch", true)]
    [InlineData("https://webchat.botframework.azure.us/", true)]
    [InlineData("https://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://webchat.botframework.com/", false)]
    public void The_government_has_its_own_hosts(string url, bool isAllowed) =>
        IsAllowed(url, new() { AppId = AppId, Cloud = BotCloud.Government }).ShouldBe(isAllowed);

    [Theory]
    [InlineData("https://connector.example.com/x", true)]
    [InlineData("https://a.b.example.org/", true)]
    [InlineData("https://example.org/", false)]
    [InlineData("https://a.connector.example.com/", false)]
    public void Further_hosts_are_named_in_the_settings(string url, bool isAllowed) =>
        IsAllowed(url, new() { AppId = AppId, ServiceHosts = { "connector.example.com", ".example.org" } }).ShouldBe(isAllowed);

    [Theory]
    [InlineData("http://127.0.0.1:3979/", true)]
    [InlineData("https://smba.trafficmanager.net/emea/", false)]
    public void Without_one_it_is_this_machine(string url, bool isAllowed) => IsAllowed(url, new()).ShouldBe(isAllowed);

    private static bool IsAllowed(string? url, BotConnectorOptions options) =>
        new ServiceUrls(Options.Create(options)).Find(url) is not null;
}

using System.Collections.Frozen;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.BotConnector.Callers;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Tests.Channels.BotConnector.Callers;

/// <summary>Bot protocol C1, checks 4 and 5: a channel speaks for itself alone, and replies go where its token says.</summary>
public sealed class ChannelCallerTests
{
    [Theory]
    [InlineData("msteams", true)]
    [InlineData("msteams:COPILOT", true)]
    [InlineData("MSTeams", false)]
    [InlineData("webchat", false)]
    [InlineData("AseChannel", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_key_vouches_for_the_channels_that_it_names(string? channelId, bool isOwn) =>
        IsOwn(channelId, "https://smba.trafficmanager.net/emea/", "msteams").ShouldBe(isOwn);

    [Fact]
    public void A_key_without_endorsements_vouches_for_nobody() =>
        IsOwn("msteams", "https://smba.trafficmanager.net/emea/").ShouldBeFalse();

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://smba.trafficmanager.net/emea", true)]
    [InlineData("https://SMBA.trafficmanager.net/emea/", true)]
    [InlineData("https://smba.trafficmanager.net/amer/", false)]
    [InlineData("https://smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net/emea/x/", false)]
    [InlineData("https://smba.trafficmanager.net/emea/?x=1", false)]
    [InlineData("https://user@smba.trafficmanager.net/emea/", false)]
    [InlineData("http://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://evil.example/emea/", false)]
    [InlineData("https://localhost/emea/", false)]
    [InlineData("https://169.254.169.254/emea/", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Replies_go_where_the_token_says(string? serviceUrl, bool isOwn) =>
        IsOwn("msteams", serviceUrl, "msteams").ShouldBe(isOwn);

    private static bool IsOwn(string? channelId, string? serviceUrl, params string[] endorsements)
    {
        var caller = new ChannelCaller(endorsements.ToFrozenSet(), "https://smba.trafficmanager.net/emea/");
        try
        {
            caller.RequireOwn(new Activity { Type = "message", ChannelId = channelId, ServiceUrl = serviceUrl });
            return true;
        }
        catch (RequestRefusedException refused)
        {
            refused.Status.ShouldBe(403);
            return false;
        }
    }
}

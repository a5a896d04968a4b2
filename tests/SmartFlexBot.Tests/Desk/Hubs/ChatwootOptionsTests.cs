using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Desk.Hubs.Chatwoot;
using SmartFlexBot.Tests.Onboarding;

namespace SmartFlexBot.Tests.Desk.Hubs;

public sealed class ChatwootOptionsTests
{
    [Fact]
    public void What_is_whole_passes_and_so_does_none_at_all()
    {
        FailureOf(_ => { }).ShouldBeNull();
        FailureOf(options => options.Url = new("http://localhost:3000")).ShouldBeNull();
        FailureOf(options => (options.Url, options.Token) = (null, "")).ShouldBeNull();
    }

    [Fact]
    public void Each_setting_that_is_wrong_says_what_to_set()
    {
        FailureOf(options => options.Url = new("chat", UriKind.Relative)).ShouldStartWith("Hub:Chatwoot:Url must be a whole address");
        FailureOf(options => options.Url = new("http://chat.example.com")).ShouldStartWith("Hub:Chatwoot:Url must be a whole address");
        FailureOf(options => options.Url = new("ftp://localhost")).ShouldStartWith("Hub:Chatwoot:Url must be a whole address");
        FailureOf(options => options.Url = new("https://a:b@chat.example.com"))
            .ShouldStartWith("Hub:Chatwoot:Url must be an address alone");
        FailureOf(options => options.AccountId = 0).ShouldStartWith("Hub:Chatwoot:AccountId must");
        FailureOf(options => options.InboxId = 0).ShouldStartWith("Hub:Chatwoot:InboxId must");
        FailureOf(options => options.Token = "short").ShouldStartWith("Hub:Chatwoot:Token must");
        FailureOf(options => options.WebhookSecret = "").ShouldStartWith("Hub:Chatwoot:WebhookSecret must");
        FailureOf(options => options.Locale = "").ShouldStartWith("Hub:Chatwoot:Locale must");
    }

    [Fact]
    public void A_market_without_opening_hours_cannot_have_a_hub() =>
        FailureOf(_ => { }, hasDesk: false).ShouldStartWith("Hub:Chatwoot is set, but the market says nothing of people");

    private static string? FailureOf(Action<ChatwootOptions> change, bool hasDesk = true)
    {
        var options = new ChatwootOptions
        {
            Url = new("https://chat.example.com"),
            AccountId = 1,
            InboxId = 3,
            Token = FakeChatwoot.Token,
            WebhookSecret = FakeChatwoot.Secret,
        };
        change(options);
        var market = Shipped.Market with { Desk = hasDesk ? Shipped.Market.Desk : null };
        using var services = new ServiceCollection().AddSingleton(market).BuildServiceProvider();
        return new ChatwootOptionsCheck(services).Validate(null, options).FailureMessage;
    }
}

using SmartFlexBot.Channels.BotConnector;

namespace SmartFlexBot.Tests.Channels.BotConnector;

/// <summary>The start says what is missing before a channel does.</summary>
public sealed class BotCredentialTests
{
    private const string AppId = "0d5c4d3e-6a51-4a9a-8a6e-2c1b6b7f0a11";

    [Theory]
    [InlineData(null, null, false, null)]
    [InlineData(AppId, "secret", false, null)]
    [InlineData(AppId, null, true, null)]
    [InlineData(AppId, null, false, "BotConnector:AppId needs")]
    [InlineData(AppId, "secret", true, "only one")]
    [InlineData(null, "secret", false, "Set BotConnector:AppId")]
    [InlineData("", null, true, "Set BotConnector:AppId")]
    public void It_is_one_thing_and_belongs_to_an_app_id(string? appId, string? secret, bool identity, string? said) =>
        ShouldSay(new() { AppId = appId, ClientSecret = secret, ManagedIdentity = identity }, said);

    [Theory]
    [InlineData("contoso.onmicrosoft.com", null)]
    [InlineData("11111111-2222-3333-4444-555555555555", null)]
    [InlineData("", null)]
    [InlineData("../common", "BotConnector:TenantId")]
    [InlineData("a/b", "BotConnector:TenantId")]
    public void A_tenant_is_an_id_or_a_domain(string tenant, string? said) =>
        ShouldSay(new() { AppId = AppId, ClientSecret = "secret", TenantId = tenant }, said);

    [Fact]
    public void A_certificate_that_is_none_is_told() =>
        ShouldSay(new() { AppId = AppId, CertificatePath = "/nowhere/bot.pfx" }, "BotConnector:CertificatePath: /nowhere/bot.pfx");

    private static void ShouldSay(BotConnectorOptions options, string? said)
    {
        var failures = BotCredential.Failures(options).OfType<string>().ToList();
        if (said is null)
        {
            failures.ShouldBeEmpty();
        }
        else
        {
            failures.ShouldHaveSingleItem().ShouldContain(said);
        }
    }
}

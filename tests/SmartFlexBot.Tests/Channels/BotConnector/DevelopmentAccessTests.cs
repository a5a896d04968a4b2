using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using SmartFlexBot.Channels.BotConnector;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Tests.Channels.BotConnector;

/// <summary>Who may talk to the bot without a token.</summary>
public sealed class DevelopmentAccessTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:3978", null, 0)]
    [InlineData("::1", "[::1]:3978", null, 0)]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost:3978", 0)]
    [InlineData("127.0.0.1", "localhost", "", 0)]
    [InlineData("127.0.0.1", "localhost", "chat.example.com", 403)]
    [InlineData("127.0.0.1", "chat.example.com", null, 403)]
    [InlineData("127.0.0.1", "localhost.example.com", null, 403)]
    [InlineData("127.0.0.1", "10.0.0.1", null, 403)]
    [InlineData("10.0.0.1", "localhost", null, 403)]
    [InlineData(null, "localhost", null, 403)]
    public void Only_this_machine_and_only_by_its_own_name(string? caller, string host, string? original, int status) =>
        Check("Development", appId: "", caller, host, original).ShouldBe(status);

    [Theory]
    [InlineData("Development", null, 0)]
    [InlineData("Development", "an-app", 401)]
    [InlineData("Staging", "", 401)]
    public void Only_in_Development_and_without_an_app_id(string environment, string? appId, int status) =>
        Check(environment, appId, "127.0.0.1", "localhost", null).ShouldBe(status);

    [Theory]
    [InlineData("Development", "A-1", "", true)]
    [InlineData("Development", "A-1", null, true)]
    [InlineData("Development", "A-1", "0d5c4d3e-6a51-4a9a-8a6e-2c1b6b7f0a11", false)]
    [InlineData("Production", "A-1", "", false)]
    [InlineData("Production", "", "0d5c4d3e-6a51-4a9a-8a6e-2c1b6b7f0a11", true)]
    [InlineData("Production", null, null, true)]
    public void An_account_for_everybody_is_for_Development_without_an_app_id(
        string environment, string? account, string? appId, bool isRight) =>
        new BotConnectorOptionsValidator(new HostingEnvironment { EnvironmentName = environment })
            .Validate(null, new() { DevelopmentAccount = account, AppId = appId, ManagedIdentity = appId is { Length: > 0 } })
            .Succeeded.ShouldBe(isRight);

    private static int Check(string environment, string? appId, string? caller, string host, string? original)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = caller is null ? null : IPAddress.Parse(caller);
        context.Request.Host = new(host);
        if (original is not null)
        {
            context.Request.Headers["X-Original-Host"] = original;
        }

        var access = new DevelopmentAccess(
            Options.Create(new BotConnectorOptions { AppId = appId }), new HostingEnvironment { EnvironmentName = environment });
        try
        {
            access.Check(context);
            return 0;
        }
        catch (RequestRefusedException refused)
        {
            return refused.Status;
        }
    }
}

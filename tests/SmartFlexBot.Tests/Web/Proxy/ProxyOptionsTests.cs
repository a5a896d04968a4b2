using SmartFlexBot.Web.Proxy;

namespace SmartFlexBot.Tests.Web.Proxy;

public sealed class ProxyOptionsTests
{
    [Theory]
    [InlineData("10.0.0.7")]
    [InlineData("10.0.0.0/8")]
    [InlineData("::1")]
    [InlineData("fd00::/8")]
    public void An_address_or_a_network_is_good(string address) => Check(address).ShouldBeNull();

    [Theory]
    [InlineData("proxy.internal")]
    [InlineData("10.0.0.0/33")]
    [InlineData("*")]
    [InlineData("")]
    public void Anything_else_is_named(string address) =>
        Check(address).ShouldNotBeNull().ShouldStartWith($"Proxy:Addresses holds '{address}'");

    private static string? Check(string address) =>
        new ProxyOptionsCheck().Validate(null, new ProxyOptions { Addresses = [address] }).FailureMessage;
}

using System.Net;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Web.Proxy;

/// <summary>Settings section "Proxy": who stands between customers' browsers and this host.</summary>
public sealed class ProxyOptions
{
    public const string Section = "Proxy";

    /// <summary>
    /// Addresses or networks of the proxies, such as "10.0.0.7" or "10.0.0.0/8". What they say in X-Forwarded-For about the customer's
    /// address is believed; of everybody else it is not, for whoever sends a request can write what they like there.
    /// </summary>
    public string[] Addresses { get; set; } = [];

    /// <summary>A single address is a network of one.</summary>
    public static IPNetwork? Read(string address) =>
        IPAddress.TryParse(address, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(address, out var network) ? network
        : null;
}

internal sealed class ProxyOptionsCheck : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options) =>
        options.Addresses.FirstOrDefault(address => ProxyOptions.Read(address) is null) is { } wrong
            ? ValidateOptionsResult.Fail(
                $"Proxy:Addresses holds '{wrong}', which is no address or network. Write it like 10.0.0.7 or 10.0.0.0/8.")
            : ValidateOptionsResult.Success;
}

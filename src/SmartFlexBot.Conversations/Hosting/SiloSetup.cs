using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Runtime;

namespace SmartFlexBot.Conversations.Hosting;

/// <summary>One silo in this process, on free ports, so that two bots or twenty tests run side by side.</summary>
internal static class SiloSetup
{
    /// <summary>Orleans' own clocks: a fake clock in the container is for conversations, and would stop the silo.</summary>
    private static readonly string[] OrleansClocks =
    [
        TimeProviderNames.Grains, TimeProviderNames.Messaging, TimeProviderNames.SystemTimers, TimeProviderNames.Membership,
        TimeProviderNames.ActivationManagement, TimeProviderNames.GrainDirectory,
    ];

    public static void Configure(ISiloBuilder silo)
    {
        var (siloPort, gatewayPort) = FreePorts();
        silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: "smartflexbot", clusterId: $"smartflexbot-{siloPort}");
        silo.Configure<EndpointOptions>(options => options.AdvertisedIPAddress = IPAddress.Loopback);
        silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = TimeSpan.FromMinutes(5));
        foreach (var name in OrleansClocks)
        {
            silo.Services.AddKeyedSingleton(name, TimeProvider.System);
        }
    }

    private static (int Silo, int Gateway) FreePorts()
    {
        // Both at once, so that they differ.
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}

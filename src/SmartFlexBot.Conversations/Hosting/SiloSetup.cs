using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Runtime;

namespace SmartFlexBot.Conversations.Hosting;

/// <summary>One silo in this process, on free ports, so that two bots or twenty tests run side by side.</summary>
internal static class SiloSetup
{
    /// <summary>
    /// The key of the clock behind Orleans' own: a fake clock in the container is for conversations, and would stop the silo.
    /// </summary>
    public const string WallClock = "silo";

    /// <summary>
    /// Orleans' own clocks. They must not go back: the collector of idle grains would refuse every new one for as long.
    /// </summary>
    private static readonly string[] OrleansClocks =
    [
        TimeProviderNames.Grains, TimeProviderNames.Messaging, TimeProviderNames.SystemTimers, TimeProviderNames.Membership,
        TimeProviderNames.ActivationManagement, TimeProviderNames.GrainDirectory,
    ];

    public static void Configure(ISiloBuilder silo)
    {
        var ports = new FreePorts();
        silo.UseLocalhostClustering(ports.Silo, ports.Gateway, serviceId: "smartflexbot", clusterId: $"smartflexbot-{ports.Silo}");
        // Registered after the silo, and so started when the silo has started.
        silo.Services.AddSingleton<IHostedService>(ports);
        silo.Configure<EndpointOptions>(options => options.AdvertisedIPAddress = IPAddress.Loopback);
        // A grain that is thrown away costs one read when its conversation goes on; one that stays costs 3 KB all the while.
        silo.Configure<GrainCollectionOptions>(options =>
            (options.CollectionAge, options.CollectionQuantum) = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5)));
        // Entries of grains that are gone stay in this cache until it is full; its default is a million.
        silo.Configure<GrainDirectoryOptions>(options => options.CacheSize = 10_000);
        silo.Services.TryAddKeyedSingleton(WallClock, TimeProvider.System);
        foreach (var name in OrleansClocks)
        {
            silo.Services.AddKeyedSingleton<TimeProvider>(
                name, (services, _) => new SteadyTime(services.GetRequiredKeyedService<TimeProvider>(WallClock)));
        }
    }
}

using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Web.Hosting;

/// <summary>How many connections there may be, and how much each may have in buffers of ours and of the system.</summary>
internal sealed class ServerLimits(IOptions<ServerOptions> limits)
    : IConfigureOptions<KestrelServerOptions>, IConfigureOptions<SocketTransportOptions>
{
    // What was written and not sent yet. By default it is 64 KB, of each connection.
    private const int WriteBuffer = 16 * 1024;

    // What was sent and not taken yet, in the system's memory. Left alone it grows to several megabytes for who reads slowly.
    private const int SendBuffer = 128 * 1024;

    public static void Add(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ServerOptions>().BindConfiguration(ServerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, ServerLimits>();
        services.AddSingleton<IConfigureOptions<SocketTransportOptions>, ServerLimits>();
    }

    public void Configure(KestrelServerOptions options)
    {
        // Which server this is helps nobody but attackers.
        options.AddServerHeader = false;
        options.Limits.MaxConcurrentConnections = limits.Value.Connections;
        options.Limits.MaxConcurrentUpgradedConnections = limits.Value.Sockets;
    }

    public void Configure(SocketTransportOptions options)
    {
        options.MaxWriteBufferSize = WriteBuffer;
        options.CreateBoundListenSocket = address =>
        {
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(address);
            // Connections that are accepted have it from here.
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.SendBuffer, SendBuffer);
            return socket;
        };
    }
}

using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;

namespace SmartFlexBot.Conversations.Hosting;

/// <summary>
/// Two ports for the silo, bound until it listens on them, so that the system gives them to nobody else; bound is not yet taken.
/// </summary>
internal sealed class FreePorts : IHostedService, IDisposable
{
    private readonly Socket _silo = Bound();
    private readonly Socket _gateway = Bound();

    public int Silo => PortOf(_silo);

    public int Gateway => PortOf(_gateway);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _silo.Dispose();
        _gateway.Dispose();
    }

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static int PortOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;
}

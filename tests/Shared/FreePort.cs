using System.Net;
using System.Net.Sockets;

namespace SmartFlexBot.Tests.Shared;

/// <summary>
/// Ports below the range from which the system takes those of outgoing connections: nobody else takes one before its host does.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Count = 12_000;

    private static int Next = Random.Shared.Next(Count);

    public static int Take()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var port = First + ((Interlocked.Increment(ref Next) & int.MaxValue) % Count);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // In use: the next one.
            }
        }

        throw new InvalidOperationException("No port is free.");
    }
}

using System.Collections.Concurrent;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Tests.Conversations;

/// <summary>The points that were reached, in order.</summary>
internal sealed class Points : IProcessingProbe
{
    private readonly ConcurrentQueue<ProcessingPoint> _reached = [];

    public IEnumerable<ProcessingPoint> Reached => _reached;

    void IProcessingProbe.Reached(ProcessingPoint point) => _reached.Enqueue(point);
}

using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Hosting;

internal sealed class NoProbe : IProcessingProbe
{
    public void Reached(ProcessingPoint point)
    {
    }
}

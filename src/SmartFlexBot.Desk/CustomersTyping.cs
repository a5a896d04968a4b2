using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Desk;

/// <summary>
/// That a customer is typing, for the pages of this node that have the chat open. Who watches at another node is not told: it would have to
/// be stored for that.
/// </summary>
internal sealed class CustomersTyping : IInboundTyping
{
    private TaskCompletionSource<string> _next = New();

    public void Hear(ConversationKey conversation) => Interlocked.Exchange(ref _next, New()).TrySetResult(conversation.ToString());

    /// <summary>Completes when that customer types from now on.</summary>
    public async Task NextAsync(string conversation, CancellationToken cancellationToken)
    {
        var heard = "";
        while (heard != conversation)
        {
            heard = await Volatile.Read(ref _next).Task.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource<string> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

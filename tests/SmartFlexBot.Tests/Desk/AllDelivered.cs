using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Tests.Desk;

/// <summary>Everything arrives.</summary>
internal sealed class AllDelivered : IDeliveryStates
{
    public Task<IReadOnlyDictionary<long, Undelivered>> ReadAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<long, Undelivered>>(new Dictionary<long, Undelivered>());
}

using Orleans.Concurrency;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>One conversation's lane. Its key is that of the conversation.</summary>
internal interface IConversationGrain : IGrainWithStringKey
{
    /// <summary>There may be something to do. Says so at once, also while a turn runs.</summary>
    [OneWay, AlwaysInterleave]
    Task WakeAsync();
}

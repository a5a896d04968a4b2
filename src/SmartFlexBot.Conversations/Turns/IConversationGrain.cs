using Orleans.Concurrency;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>One conversation's lane. Its key is that of the conversation.</summary>
internal interface IConversationGrain : IGrainWithStringKey
{
    /// <summary>There may be something to do. Says so at once, also while a turn runs.</summary>
    [OneWay, AlwaysInterleave]
    Task WakeAsync();

    /// <summary>An activity was accepted. Says so at once, also while a turn runs.</summary>
    [OneWay, AlwaysInterleave]
    Task TakeAsync(ParsedActivity accepted);

    /// <summary>Accepts and answers an activity whose sender waits.</summary>
    /// <param name="opener">ConversationOrigin as JSON: who opens the conversation when it is new.</param>
    [AlwaysInterleave]
    Task<StoredAnswer> AnswerAsync(Arrival arrival, string opener);
}

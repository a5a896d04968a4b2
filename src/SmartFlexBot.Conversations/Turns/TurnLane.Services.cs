using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Delivery;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Turns;

/// <content>What all lanes share, and what they log.</content>
internal sealed partial class TurnLane
{
    /// <summary>What every lane shares.</summary>
    internal sealed record Services(
        IInboxStore Inbox,
        ITurnStore Turns,
        TurnRun Run,
        TurnCommitter Committer,
        TurnFallbacks Fallback,
        Acceptances Acceptances,
        OutboundChannels Channels,
        IProcessingProbe Probe,
        Node Node,
        TimeProvider Time,
        ILogger<TurnLane> Logger);

    internal sealed class Factory(Services services)
    {
        public TurnLane For(ConversationKey conversation, AwaitedAnswers awaited, ParsedActivities parsed, Action onSent) =>
            new(conversation, awaited, parsed, onSent, services);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Conversation}: the turn on {Activity} is run again after {Delay} ({Failure}).")]
        public static partial void RunAgain(
            ILogger logger, ConversationKey conversation, string activity, TurnFailure failure, TimeSpan delay, Exception? exception);

        [LoggerMessage(2, LogLevel.Error, "{Conversation}: {Activity} could not be answered in {Runs} runs ({Failure}) and is put aside.")]
        public static partial void GivenUp(
            ILogger logger, ConversationKey conversation, string activity, int runs, TurnFailure failure, Exception? exception);

        [LoggerMessage(3, LogLevel.Error,
            "{Conversation}: {Activity} happened by itself and was not taken up in {Runs} runs ({Failure}). "
                + "It is tried again after {Delay}.")]
        public static partial void Waits(
            ILogger logger,
            ConversationKey conversation,
            string activity,
            int runs,
            TimeSpan delay,
            TurnFailure failure,
            Exception? exception);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Accounts;
using SmartFlexBot.Conversations.Commands;
using SmartFlexBot.Conversations.Delivery;
using SmartFlexBot.Conversations.Events;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Log;
using SmartFlexBot.Conversations.Records;
using SmartFlexBot.Conversations.Reminders;
using SmartFlexBot.Conversations.Retention;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Conversations.Sweeping;
using SmartFlexBot.Conversations.Turns;
using SmartFlexBot.Conversations.Watches;

namespace SmartFlexBot.Conversations;

public static class ConversationsServices
{
    /// <summary>
    /// Adds conversations: store, silo and the loops around them. The host registers an <see cref="BotFramework.IBot"/> and, as
    /// it has them, <see cref="IOutboundChannel"/>, <see cref="ICommandHandler"/>, <see cref="IWatchSource"/>,
    /// <see cref="IBusinessEventSink"/>, <see cref="IInboundRedaction"/>, <see cref="ITurnFallback"/>,
    /// <see cref="ITypingNotifier"/> and <see cref="TimeProvider"/>. Settings: sections "Store", "KeyRing", "Retention" and
    /// "Conversations".
    /// </summary>
    public static IHostApplicationBuilder AddConversations(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ConversationsOptions>()
            .BindConfiguration(ConversationsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSteadyTime();
        services.TryAddSingleton<IProcessingProbe, NoProbe>();
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>();
        services.AddStore();
        AddPorts(services);

        // They tell much that is of no interest on one machine.
        builder.Logging
            .AddFilter("Orleans", LogLevel.Warning)
            .AddFilter("Microsoft.Orleans", LogLevel.Warning)
            .AddFilter("Orleans.Runtime.Silo", LogLevel.Error)
            .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error)
            .AddFilter("Polly", LogLevel.Warning);
        builder.UseOrleans(SiloSetup.Configure);

        // After the silo: they send to it.
        services.AddHostedService<Sweeper>();
        services.AddHostedService<CommandDispatcher>();
        services.AddHostedService<WatchReader>();
        services.AddHostedService<ReminderClock>();
        services.AddHostedService<EventDispatcher>();
        services.AddHostedService<RetentionJob>();
        return builder;
    }

    private static void AddPorts(IServiceCollection services)
    {
        services.AddSingleton<Arrivals>();
        services.AddSingleton<Acceptances>();
        services.AddSingleton<Origins>();
        services.AddSingleton<StoredRecords>();
        services.AddSingleton<IRecordReader>(provider => provider.GetRequiredService<StoredRecords>());
        services.AddSingleton<IListedRecords, ListedRecords>();
        services.AddSingleton<IDeliveryStates, DeliveryStates>();
        services.AddSingleton<IConversationInbox, ConversationInbox>();
        services.AddSingleton<IConversationTurns, ConversationTurns>();
        services.AddSingleton<IConversationLog, ConversationLog>();
        services.AddSingleton(provider => new BacklogReader(
            provider.GetRequiredService<INodeStore>(),
            provider.GetRequiredService<IOptions<ConversationsOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new DeadLetters(
            provider.GetRequiredService<IEventStore>(), provider.GetRequiredService<WorkSignals>()));
        services.AddSingleton(provider => new AccountData(
            provider.GetRequiredService<IAccountStore>(),
            provider.GetRequiredService<ILogStore>(),
            provider.GetServices<IAccountCopies>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SiloHealth(provider.GetRequiredService<ISiloStatusOracle>()));
        services.AddSingleton(provider => new ProbeConversations(
            provider.GetRequiredService<IConversationInbox>(),
            provider.GetRequiredService<IConversationLog>(),
            provider.GetRequiredService<INodeStore>()));
        services.AddSingleton<IOutboundChannel, ProbeChannel>();
        services.AddSingleton<Presence>();
        services.AddSingleton<IConversationWaker, ConversationWaker>();
        services.AddSingleton<TypingSignals>();
        services.AddSingleton<TurnRun>();
        services.AddSingleton<Replies>();
        services.AddSingleton<TurnCommitter>();
        services.AddSingleton<TurnFallbacks>();
        services.AddSingleton<TurnLane.Services>();
        services.AddSingleton<TurnLane.Factory>();
        services.AddSingleton<AnsweringLane.Services>();
        services.AddSingleton<AnsweringLane.Factory>();
        services.AddSingleton<OutboundChannels>();
        services.AddSingleton<DeliveryLane.Services>();
        services.AddSingleton<DeliveryLane.Factory>();
        services.AddSingleton<CommandClaims>();
        services.AddSingleton<CommandWork>();
        services.AddSingleton<WatchClaims>();
        services.AddSingleton<WatchNudge>();
    }
}

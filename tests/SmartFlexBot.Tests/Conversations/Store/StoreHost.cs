using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Store;

/// <summary>The store by itself, through its contract: what any database behind it has to keep.</summary>
internal sealed class StoreHost : IAsyncDisposable
{
    public static readonly ConversationKey Conversation = new("test", "c1");
    public static readonly ConversationKey Other = new("test", "c2");

    private readonly IHost _host;

    private StoreHost(IHost host, FakeTimeProvider clock, string path) => (_host, Clock, Path) = (host, clock, path);

    public FakeTimeProvider Clock { get; }
    public string Path { get; }
    public long Now => Clock.GetUtcNow().ToUnixTimeMilliseconds();
    public IInboxStore Inbox => Get<IInboxStore>();
    public ITurnStore Turns => Get<ITurnStore>();
    public ILogStore Log => Get<ILogStore>();
    public IOutboxStore Outbox => Get<IOutboxStore>();
    public IRecordStore Records => Get<IRecordStore>();
    public ICommandStore Commands => Get<ICommandStore>();
    public IWatchStore Watches => Get<IWatchStore>();
    public IReminderStore Reminders => Get<IReminderStore>();
    public IEventStore Events => Get<IEventStore>();
    public INodeStore Nodes => Get<INodeStore>();

    /// <summary>A new store in which both conversations are open.</summary>
    /// <param name="settings">Settings of the section "Store".</param>
    public static async Task<StoreHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var path = MigratedStore.Copy("store");
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Store:Path", path)]);
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create($"Store:{setting.Name}", (string?)setting.Value)));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddStore();
        var host = builder.Build();
        await host.StartAsync();
        var store = new StoreHost(host, clock, path);
        await store.Inbox.OpenAsync(Conversation, new("sealed", "me"));
        await store.Inbox.OpenAsync(Other, new("sealed", "me"));
        return store;
    }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    /// <returns>The undone item of a message that was accepted now.</returns>
    public async Task<InboxItem> AcceptAsync(string text = "hello", string? secret = null)
    {
        await Inbox.AcceptAsync(Conversation, Arrivals.Of(text) with { ActivityId = null, Protected = secret }, null);
        return (await Inbox.ReadReadyAsync(Conversation, 100))[^1];
    }

    public async Task<string[]> TranscriptAsync(ConversationKey? conversation = null) =>
        [.. (await Log.ReadAsync(conversation ?? Conversation, 0, new(100, int.MaxValue))).Select(
            entry => $"{entry.Sequence} {entry.ActivityId}: {entry.Json}")];

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}

internal static class Arrivals
{
    public static Arrival Of(string text) => new(
        text, $"id-{text}", Json: $"\"{text}\"", Protected: null, Logged: true, About: null, CustomerIsBack: false, Parsed: new());
}

internal static class Commits
{
    /// <summary>A turn that decided nothing.</summary>
    public static TurnCommit Of(InboxItem item, long version) => Of(new TurnSubject.Item(item.Id, item.About), version);

    public static TurnCommit Of(TurnSubject subject, long version) => new(StoreHost.Conversation, subject)
    {
        State = "{}",
        ExpectedVersion = version,
        Outgoing = new([], OutgoingWay.Outbox),
        Records = [],
        Commands = [],
        Watches = [],
        Reminders = [],
        Events = [],
        Posts = [],
    };
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations;

/// <summary>A real host: SQLite file, silo, loops. Only the bot, the channel, the outside world and the clock are the test's.</summary>
internal sealed class ConversationsHost : IAsyncDisposable
{
    private readonly IHost _host;

    private ConversationsHost(IHost host, FakeTimeProvider clock, TestChannel channel, TestLog log, string path)
    {
        _host = host;
        (Clock, Channel, Log, Path) = (clock, channel, log, path);
    }

    public FakeTimeProvider Clock { get; }
    public TestChannel Channel { get; }
    public TestLog Log { get; }
    public string Path { get; }
    public IServiceProvider Services => _host.Services;
    public IConversationInbox Inbox => Services.GetRequiredService<IConversationInbox>();
    public IConversationLog History => Services.GetRequiredService<IConversationLog>();

    public static async Task<ConversationsHost> StartAsync(
        IBot bot,
        Action<IServiceCollection>? configure = null,
        string? path = null,
        FakeTimeProvider? clock = null,
        TestChannel? channel = null)
    {
        path ??= MigratedStore.Copy();
        clock ??= new FakeTimeProvider(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));
        channel ??= new TestChannel();
        var log = new TestLog();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Store:Path", path)]);
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(bot);
        builder.Services.AddSingleton<IOutboundChannel>(channel);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));
        configure?.Invoke(builder.Services);
        builder.AddConversations();
        var host = builder.Build();
        try
        {
            await host.StartAsync();
        }
        catch
        {
            host.Dispose();
            throw;
        }

        return new(host, clock, channel, log, path);
    }

    public ValueTask<Backlog> BacklogAsync() => Services.GetRequiredService<BacklogReader>().ReadAsync();

    public async Task<ConversationKey> OpenAsync(string id = "c1")
    {
        var conversation = new ConversationKey(TestChannel.Id, id);
        await Inbox.OpenAsync(conversation, new("dl_customer", "Ada", "A-1"), TestContext.Current.CancellationToken);
        return conversation;
    }

    public Task<Acceptance> SayAsync(ConversationKey conversation, string text, string? dedupeKey = null) => Inbox.AcceptAsync(
        conversation,
        new(new() { Type = ActivityTypes.Message, Text = text }, dedupeKey ?? Guid.NewGuid().ToString(), Logged: true),
        TestContext.Current.CancellationToken);

    /// <summary>Returns when nothing will happen before the clock moves on.</summary>
    public async Task SettleAsync()
    {
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var polls = 0; await BacklogAsync() is { IsEmpty: false } left; polls++)
        {
            if (polls == 4000)
            {
                Assert.Fail($"Never settles: {left}\n{string.Join('\n', Log.Entries.Select(entry => entry.Message))}");
            }

            await poll.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Lets time pass second by second, and everything happen that is due.</summary>
    public Task PassAsync(TimeSpan span) => PassAsync(span, TimeSpan.FromSeconds(1));

    public async Task PassAsync(TimeSpan span, TimeSpan step)
    {
        for (var left = span; left > TimeSpan.Zero; left -= step)
        {
            await SettleAsync();
            Clock.Advance(step);
        }

        await SettleAsync();
    }

    /// <summary>Lets sweeps come round until something is so.</summary>
    public async Task PassUntilAsync(Func<bool> isSo, string otherwise)
    {
        for (var sweeps = 0; !isSo(); sweeps++)
        {
            sweeps.ShouldBeLessThan(500, otherwise);
            await PassSweepsAsync(1);
        }
    }

    /// <summary>Lets so many sweeps come round, whether or not what they find has ended.</summary>
    public async Task PassSweepsAsync(int sweeps)
    {
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var sweep = 0; sweep < sweeps; sweep++)
        {
            Clock.Advance(TimeSpan.FromSeconds(2));
            await poll.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            await poll.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The log, once it holds so much; the clock stands still meanwhile. What does not come in a minute never does.</summary>
    public async Task<IReadOnlyList<LogEntry>> ReadAsync(ConversationKey conversation, int atLeast)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            var entries = await History.ReadAsync(conversation, 0, new(1000, int.MaxValue), limit.Token);
            if (entries.Count >= atLeast)
            {
                return entries;
            }

            await History.WaitAsync(conversation, entries.Count, limit.Token);
        }
    }

    /// <summary>The conversation as its customer sees it, when all is done that can be now.</summary>
    public async Task<string[]> TranscriptAsync(ConversationKey conversation)
    {
        await SettleAsync();
        return await LinesAsync(conversation);
    }

    /// <summary>The conversation as its customer sees it at this moment.</summary>
    public async Task<string[]> LinesAsync(ConversationKey conversation)
    {
        var entries = await History.ReadAsync(conversation, 0, new(1000, int.MaxValue), TestContext.Current.CancellationToken);
        entries.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, entries.Count).Select(i => (long)i));
        return [.. entries.Select(
            entry => $"{(entry.ReadActivity().From?.Role == RoleTypes.Bot ? "bot" : "user")}: {entry.ReadActivity().Text}")];
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Retention;

namespace SmartFlexBot.Tests.Conversations.Retention;

/// <summary>Everything has its time, and nothing goes that somebody still waits for.</summary>
public sealed class RetentionTests
{
    private static readonly string[] Tables =
        ["log", "inbox", "outbox", "commands", "watches", "reminders", "records", "events", "conversations"];

    /// <summary>Leaves something of each kind behind.</summary>
    private static readonly IBot Bot = new FunctionBot(async turn =>
    {
        var key = turn.Conversation.ConversationId;
        switch (turn.Activity.Text)
        {
            case "all":
                turn.Effects.SaveRecord(new("journey", key, "{}", 0));
                turn.Effects.SaveRecord(new("consent", key, "{}", 0, IsEvidence: true));
                turn.Effects.Command(new("register", key, "{}"));
                turn.Effects.RecordEvent(new("journey.live", key, key, "{}"));
                break;
            case "watch":
                turn.Effects.SaveRecord(new("journey", key, "{}", 0));
                turn.Effects.Watch(new("device", key, "{}", TimeSpan.FromDays(1), turn.Activity.Timestamp!.Value.AddDays(600)));
                break;
            case "remind":
                turn.Effects.SaveRecord(new("journey", key, "{}", 0));
                turn.Effects.Remind(new("later", turn.Activity.Timestamp!.Value.AddDays(600), new() { Type = "event", Name = "later" }));
                break;
        }

        await turn.SendActivityAsync($"You said {turn.Activity.Text ?? turn.Activity.Name}");
    });

    [Fact]
    public async Task Each_kind_goes_at_its_time()
    {
        await using var host = await StartAsync();
        await host.SayAsync(await host.OpenAsync(), "all");
        await host.SettleAsync();
        Count(host).ShouldBe("log 3, inbox 2, commands 1, records 2, events 1, conversations 1");

        await LaterAsync(host, days: 31, "log 3, records 2, events 1, conversations 1", "what came before is not known any more");
        await LaterAsync(host, days: 60, "records 2", "what was said is over, and so is the conversation, and the event was told");
        await LaterAsync(host, days: 310, "records 1", "the consent");
        StoreFiles.Scalar(host.Path, "SELECT evidence FROM records").ShouldBe(1);
        await LaterAsync(host, days: 6 * 366, "");
    }

    [Theory]
    [InlineData("watch", "watches")]
    [InlineData("remind", "reminders")]
    public async Task Who_is_waited_for_keeps_conversation_and_journey_until_that_is_over(string wish, string table)
    {
        await using var host = await StartAsync();
        var (waiting, gone) = (await host.OpenAsync("waiting"), await OpenAsync(host, "gone", "A-2"));
        await host.SayAsync(waiting, wish);
        await host.SayAsync(gone, "all");
        await host.SettleAsync();

        await LaterAsync(
            host, days: 500, $"{table} 1, records 2, conversations 1", "a journey that is waited for, and another one's consent");

        (await host.History.FindOriginAsync(waiting, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (await host.History.FindOriginAsync(gone, TestContext.Current.CancellationToken)).ShouldBeNull();
        await LaterAsync(host, days: 110, "log 1, inbox 1, records 2, conversations 1", "it is over, and that was told");
        await LaterAsync(host, days: 100, "records 1");
    }

    [Fact]
    public async Task What_is_not_answered_or_not_delivered_stays()
    {
        var channel = new TestChannel { Answer = (_, _) => new Delivery.Retry(TimeSpan.FromDays(5000), "not now") };
        await using var host = await StartAsync(channel: channel);
        await host.SayAsync(await host.OpenAsync(), "hello");
        await host.ReadAsync(new(TestChannel.Id, "c1"), atLeast: 2);

        await LaterAsync(host, days: 1000, "log 1, outbox 1, conversations 1", "the reply is still to be delivered");
    }

    [Fact]
    public async Task Much_goes_in_small_steps_and_what_is_younger_stays()
    {
        await using var host = await StartAsync();
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "hello");
        await host.SettleAsync();
        StoreFiles.Execute(
            host.Path,
            """
            WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1000)
            INSERT INTO log (conversation, seq, activity_id, at, activity) SELECT 'test|old' || (n % 7), n, 'x', 0, 'x' FROM numbers
            """);

        await LaterAsync(host, days: 1, "log 2, inbox 1, conversations 1");
    }

    [Theory]
    [InlineData("Retention:Messages", "00:30:00", "Retention:Messages must lie between 1 day and 20 years")]
    [InlineData("Retention:Inbox", "9000.00:00:00", "Retention:Inbox must lie between 1 day and 20 years")]
    [InlineData("Retention:Interval", "2.00:00:00", "Retention:Interval must lie between 1 s and 1 day.")]
    [InlineData("Retention:Consents", "30.00:00:00", "Retention:Consents must not be shorter than Retention:Journeys")]
    public async Task A_wrong_time_ends_the_start_with_its_setting(string setting, string value, string sentence)
    {
        var refusal = await Should.ThrowAsync<OptionsValidationException>(() => StartAsync(
            services => services.AddOptions<RetentionOptions>().Configure(options => Set(options, setting, TimeSpan.Parse(
                value, System.Globalization.CultureInfo.InvariantCulture)))));

        refusal.Message.ShouldContain(sentence);
    }

    private static void Set(RetentionOptions options, string setting, TimeSpan value)
    {
        switch (setting)
        {
            case "Retention:Messages": options.Messages = value; break;
            case "Retention:Inbox": options.Inbox = value; break;
            case "Retention:Interval": options.Interval = value; break;
            default: options.Consents = value; break;
        }
    }

    private static async Task<ConversationKey> OpenAsync(ConversationsHost host, string id, string account)
    {
        var conversation = new ConversationKey(TestChannel.Id, id);
        await host.Inbox.OpenAsync(conversation, new("dl_customer", "Ada", account), TestContext.Current.CancellationToken);
        return conversation;
    }

    /// <summary>So much later, when the job has run and whatever that woke has settled.</summary>
    private static async Task LaterAsync(ConversationsHost host, int days, string expected, string? because = null)
    {
        host.Clock.Advance(TimeSpan.FromDays(days));
        await host.PassAsync(TimeSpan.FromSeconds(3));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var looks = 1; looks <= 400 && Count(host) != expected; looks++)
        {
            host.Clock.Advance(looks % 10 == 0 ? TimeSpan.FromHours(1) : TimeSpan.Zero);
            await poll.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        await host.SettleAsync();
        Count(host).ShouldBe(expected, because);
    }

    /// <returns>How many rows each table has, where it has any.</returns>
    private static string Count(ConversationsHost host) => string.Join(", ", Tables
        .Select(table => (Table: table, Rows: StoreFiles.Scalar(host.Path, $"SELECT count(*) FROM {table}")))
        .Where(count => count.Rows > 0).Select(count => $"{count.Table} {count.Rows}"));

    private static Task<ConversationsHost> StartAsync(Action<IServiceCollection>? configure = null, TestChannel? channel = null) =>
        ConversationsHost.StartAsync(
            Bot,
            services =>
            {
                services.AddSingleton<ICommandHandler, Registration>().AddSingleton<IWatchSource, Device>();
                configure?.Invoke(services);
            },
            channel: channel);

    /// <summary>Never changes.</summary>
    private sealed class Device : IWatchSource
    {
        public string Kind => "device";

        public Task<IReadOnlyList<WatchReading>> ReadAsync(IReadOnlyList<Watch> watches, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<WatchReading>>([.. watches.Select(watch => new WatchReading(watch.Key, "{}", Final: false))]);
    }

    private sealed class Registration : ICommandHandler
    {
        public string Kind => "register";

        public Task<CommandOutcome> ExecuteAsync(Command command, CancellationToken cancellationToken) =>
            Task.FromResult<CommandOutcome>(new CommandOutcome.Completed("{}"));

        public Task<Reconciliation> ReconcileAsync(Command command, CancellationToken cancellationToken) =>
            Task.FromResult<Reconciliation>(new Reconciliation.NotDone());
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Desk;
using SmartFlexBot.Desk.Hubs;
using SmartFlexBot.Desk.Hubs.Chatwoot;
using SmartFlexBot.Desk.Hubs.Genesys;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Tests.Channels.DirectLine;
using SmartFlexBot.Tests.Onboarding;
using SmartFlexBot.Tests.Onboarding.Journeys;

namespace SmartFlexBot.Tests.Desk.Hubs;

/// <summary>
/// A chat whose agents work in a hub: the bot's turns, the rounds that they ask for, the hub's webhooks, and the fake at the other end.
/// </summary>
internal sealed class HubChat
    : IDeskBoard, IRecordReader, IListedRecords, IConversationLog, IConversationInbox, ITypingNotifier, IHttpClientFactory
{
    private readonly List<LogEntry> _log = [];
    private readonly List<(CommandRequest Request, int Attempt, DateTimeOffset Due)> _waiting = [];
    private readonly HashSet<string> _accepted = [];
    private readonly Func<HttpContext, Task> _webhook;
    private readonly HubRounds _rounds;
    private int _commands;

    public HubChat(HubKind kind = HubKind.Chatwoot)
    {
        var kraken = new InMemoryKraken();
        kraken.Show(new WizardStep.AuthFlow("a", new("https://maker.example/authorize?state=x"), null, null));
        Chat = new(kraken, desk: this);
        var records = new DeskRecords(this, this);
        var desk = new DeskTexts(Texts.Load(Path.Combine(Shipped.Cards, "desk")));
        var writer = new PackWriter(desk, Shipped.Market);
        var packs = new PackReader(records, this, kraken, kraken, writer, Chat.Time);
        var logs = new LoggerFactory([Logs]);
        var words = new HubWords(desk, new HubSettings("en"));
        if (kind == HubKind.Chatwoot)
        {
            Fake = new FakeChatwoot(Chat.Time);
            Adapter = new ChatwootHub(new ChatwootApi(this, Settings, Chat.Time), words, Settings);
            var calls = new HubCalls(Adapter, this, records, [this]);
            _webhook = new ChatwootWebhook(calls, Settings, new HubClock(Chat.Time), logs.CreateLogger<ChatwootWebhook>()).AnswerAsync;
        }
        else
        {
            Fake = new FakeGenesys(Chat.Time);
            var api = new GenesysApi(this, new GenesysTokens(this, GenesysSettings, Chat.Time), GenesysSettings, Chat.Time);
            Adapter = new GenesysHub(api, new GenesysConversations(api), words, GenesysSettings, Chat.Time);
            var calls = new HubCalls(Adapter, this, records, [this]);
            var webhook = new GenesysWebhook(calls, GenesysSettings, logs.CreateLogger<GenesysWebhook>());
            _webhook = call => call.Request.Path == GenesysWebhook.EndPath ? webhook.AnswerEndAsync(call) : webhook.AnswerAsync(call);
        }

        Erasure = new(Adapter, this);
        _rounds = new(
            Adapter, records, new HubLines(
                new DeskThread(this, new AllDelivered()), packs, new HubSettings("en")), logs.CreateLogger<HubRounds>());
    }

    public Chat Chat { get; }

    public IFakeHub Fake { get; }

    public FakeChatwoot Hub => (FakeChatwoot)Fake;

    public FakeGenesys Genesys => (FakeGenesys)Fake;

    public IAgentHub Adapter { get; }

    public HubErasure Erasure { get; }

    public CollectedLogs Logs { get; } = new();

    public HandOver? Open => Of(HandOver.OpenKind).SingleOrDefault();

    public HandOver Ended => Of(HandOver.EndedKind).Last();

    /// <summary>How often the customer was shown that somebody types.</summary>
    public int Typed { get; private set; }

    /// <summary>How many of the next calls cannot be stored.</summary>
    public int Unstored { get; set; }

    /// <summary>What people said to the customer.</summary>
    public IReadOnlyList<string> FromPeople => [.. Chat.Effects.Sent.Where(sent => sent.From?.Id == DeskEvents.PersonId)
        .Select(sent => $"{sent.From!.Name}: {sent.Text}")];

    public static IOptions<ChatwootOptions> Settings { get; } = Options.Create(new ChatwootOptions
    {
        Url = new("https://chat.example.com"),
        AccountId = 1,
        InboxId = FakeChatwoot.Inbox,
        Token = FakeChatwoot.Token,
        WebhookSecret = FakeChatwoot.Secret,
    });

    public static IOptions<GenesysOptions> GenesysSettings { get; } = Options.Create(new GenesysOptions
    {
        Region = "mypurecloud.de",
        IntegrationId = FakeGenesys.Integration,
        ClientId = FakeGenesys.Client,
        ClientSecret = FakeGenesys.ClientSecret,
        WebhookSecret = FakeGenesys.Secret,
        EndSecret = FakeGenesys.EndSecret,
    });

    /// <summary>The customer has asked for a person, and the hub has been told as far as it let us.</summary>
    public static async Task<HubChat> AskedAsync(bool isDown = false, HubKind kind = HubKind.Chatwoot)
    {
        var chat = new HubChat(kind) { Fake = { IsDown = isDown } };
        chat.Chat.Know(Facts.Begun);
        await chat.TurnAsync(() => chat.Chat.OpenAsync());
        (await chat.SayAsync("I want to talk to a person")).ShouldHaveSingleItem().ShouldStartWith(Chat.Start("handover.begun"));
        return chat;
    }

    /// <summary>Ana has it, and has answered.</summary>
    public static async Task<HubChat> TakenAsync(HubKind kind = HubKind.Chatwoot)
    {
        var chat = await AskedAsync(kind: kind);
        chat.Fake.Assign(7);
        chat.Fake.Write("Hello, Ana here.");
        await chat.CallAsync();
        return chat;
    }

    public async Task<IReadOnlyList<string>> SayAsync(string text, bool isRound = true)
    {
        Chat.Time.Advance(TimeSpan.FromSeconds(1));
        Add(new Activity { Type = ActivityTypes.Message, Text = text, From = new() { Id = "u-1", Role = "user" } });
        var said = await TurnAsync(() => Chat.SayAsync(text));
        return isRound ? [.. said, .. await RoundsAsync()] : said;
    }

    /// <summary>The hub's webhook has come in.</summary>
    public async Task CallAsync(bool isRound = true)
    {
        var about = Open?.Id ?? Ended.Id;
        await TurnAsync(() => Chat.TurnAsync(DeskEvents.Of(new HubCall(about))));
        if (isRound)
        {
            await RoundsAsync();
        }
    }

    /// <summary>The hub's call comes in over the wire.</summary>
    /// <returns>The status that it is answered with.</returns>
    public async Task<int> DeliverAsync(HttpContext call)
    {
        await _webhook(call);
        return call.Response.StatusCode;
    }

    /// <summary>Time passes: reminders come in, and rounds that wait are tried again.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var until = Chat.Time.GetUtcNow() + time;
        while (true)
        {
            await RoundsAsync();
            var reminder = Chat.Effects.Reminders.Values.Where(one => one.DueAt <= until).MinBy(one => one.DueAt);
            var round = _waiting.Where(one => one.Due <= until).Select(one => (DateTimeOffset?)one.Due).Min();
            if ((reminder?.DueAt, round) is (null, null))
            {
                break;
            }

            var next = reminder is null || round < reminder.DueAt ? round!.Value : reminder.DueAt;
            Chat.Time.Advance(next > Chat.Time.GetUtcNow() ? next - Chat.Time.GetUtcNow() : TimeSpan.Zero);
            if (reminder?.DueAt <= Chat.Time.GetUtcNow())
            {
                Chat.Effects.CancelReminder(reminder.Key);
                await TurnAsync(() => Chat.TurnAsync(reminder.Activity));
            }
        }

        Chat.Time.Advance(until - Chat.Time.GetUtcNow());
    }

    /// <summary>Carries out the rounds that are due, until there are no more.</summary>
    public async Task<IReadOnlyList<string>> RoundsAsync()
    {
        var said = new List<string>();
        while (true)
        {
            var asked = Chat.Effects.Commands.Skip(_commands).ToList();
            _commands += asked.Count;
            _waiting.AddRange(asked.Where(one => one.Kind == HubRound.CommandKind).Select(one => (one, 1, Chat.Time.GetUtcNow())));
            _waiting.Count.ShouldBeLessThanOrEqualTo(1, "one round is under way at a time");
            if (_waiting.FindIndex(one => one.Due <= Chat.Time.GetUtcNow()) is not (>= 0 and var place))
            {
                return said;
            }

            var (request, attempt, _) = _waiting[place];
            _waiting.RemoveAt(place);
            var outcome = await _rounds.ExecuteAsync(
                new Command(request.Kind, request.Key, request.Payload, new("directline", "c-1"), attempt),
                TestContext.Current.CancellationToken);
            if (outcome is CommandOutcome.Completed completed)
            {
                said.AddRange(await TurnAsync(() => Chat.HappenAsync(CommandResult.EventName, new JsonObject
                {
                    ["kind"] = request.Kind,
                    ["key"] = request.Key,
                    ["result"] = JsonNode.Parse(completed.Result),
                })));
            }
            else
            {
                _waiting.Add((request, attempt + 1, Chat.Time.GetUtcNow() + ((CommandOutcome.TryAgain)outcome).After));
            }
        }
    }

    public Task<DeskBoardView?> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<DeskBoardView?>(new([], [.. Of(HandOver.OpenKind)], HasHub: true));

    public Task<StoredRecord?> FindAsync(string kind, string key, CancellationToken cancellationToken) =>
        Chat.Effects.FindRecordAsync(kind, key, cancellationToken);

    public Task<IReadOnlyList<ListedRecord>> ListAsync(string kind, long after, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ListedRecord>>(
            [.. Chat.Effects.Records.Where(record => record.Kind == kind).Select(record => new ListedRecord(1, kind, record.Json))]);

    public Task<IReadOnlyList<LogEntry>> ReadAsync(
        ConversationKey conversation, long watermark, LogPage page, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LogEntry>>([.. _log.Skip((int)watermark).Take(page.Entries)]);

    public HttpClient CreateClient(string name) => new((HttpMessageHandler)Fake, disposeHandler: false);

    public string ChannelId => "directline";

    public async Task<Acceptance> AcceptAsync(ConversationKey conversation, InboundActivity inbound, CancellationToken cancellationToken)
    {
        if (Unstored-- > 0)
        {
            throw new StoreBusyException();
        }

        if (!_accepted.Add(inbound.DedupeKey))
        {
            return new("", null, Duplicate: true);
        }

        await TurnAsync(() => Chat.TurnAsync(inbound.Activity));
        return new("", null, Duplicate: false);
    }

    Task IConversationInbox.OpenAsync(ConversationKey conversation, ConversationOrigin origin, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    Task ITypingNotifier.NotifyAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        Typed++;
        return Task.CompletedTask;
    }

    Task<IReadOnlyList<ListedRecord>> IListedRecords.ReadChangesAsync(long after, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    Task<long> IListedRecords.NewestAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IListedRecords.WaitAsync(long after, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IListedRecords.SaveAsync(
        string kind, string key, string json, DateTimeOffset? expiresAt, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    Task<ConversationOrigin?> IConversationLog.FindOriginAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    Task IConversationLog.WaitAsync(ConversationKey conversation, long watermark, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private IEnumerable<HandOver> Of(string kind) => Chat.Effects.Records.Where(record => record.Kind == kind)
        .Select(record => JsonSerializer.Deserialize(record.Json, DeskJson.Default.HandOver)!);

    private async Task<IReadOnlyList<string>> TurnAsync(Func<Task<IReadOnlyList<string>>> turn)
    {
        var before = Chat.Effects.Sent.Count;
        var said = await turn();
        foreach (var sent in Chat.Effects.Sent.Skip(before))
        {
            var kept = sent.ShallowCopy();
            kept.From = new() { Id = sent.From?.Id ?? "bot", Name = sent.From?.Name, Role = RoleTypes.Bot };
            Add(kept);
        }

        return said;
    }

    private void Add(Activity activity)
    {
        activity.Timestamp = Chat.Time.GetUtcNow();
        _log.Add(new(_log.Count + 1, ActivityJson.Write(activity)));
    }
}

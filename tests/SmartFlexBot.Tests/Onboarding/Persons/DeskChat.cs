using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Tests.BotFramework;
using SmartFlexBot.Tests.Onboarding.Journeys;

namespace SmartFlexBot.Tests.Onboarding.Persons;

/// <summary>A chat with people behind it: what agents do comes in as it does from their page, and clocks run out as time passes.</summary>
internal sealed class DeskChat
{
    public static readonly DeskAgent Ana = new("ana", "Ana", [], IsSupervisor: false);
    public static readonly DeskAgent Ben = new("ben", "Ben", [], IsSupervisor: false);
    public static readonly DeskAgent Sue = new("sue", "Sue", [], IsSupervisor: true);

    /// <summary>Of a Kraken that cannot be read the customer is told, and it is not left to the runtime to try again.</summary>
    public const int ToldAtOnce = 4;

    /// <summary>How many chats each agent may have.</summary>
    public const int Capacity = 5;

    private readonly Board _board = new();
    private int _acts;

    public DeskChat(InMemoryKraken? kraken = null, Func<DeskSettings, DeskSettings>? settings = null, string? account = "A-1")
    {
        var market = Shipped.Market with { Desk = (settings ?? (desk => desk))(Shipped.Market.Desk!) };
        Chat = new(kraken ?? new(), market, _board) { Account = account };
        _board.Effects = () => Chat.Effects;
        See(Ana);
    }

    public Chat Chat { get; }

    /// <summary>Others who wait.</summary>
    public List<HandOver> Others => _board.Others;

    public HandOver? Open => _board.Open.FirstOrDefault(handOver => handOver.Id == Chat.HandOverId);

    public IReadOnlyList<HandOver> Ended => [.. Chat.Effects.Records.Where(record => record.Kind == HandOver.EndedKind)
        .Select(record => JsonSerializer.Deserialize(record.Json, DeskJson.Default.HandOver)!)];

    public IReadOnlyList<DeskTask> Tasks => [.. Chat.Effects.Records.Where(record => record.Kind == DeskTask.OpenKind)
        .Select(record => JsonSerializer.Deserialize(record.Json, DeskJson.Default.DeskTask)!)];

    /// <summary>What became of the last act.</summary>
    public DeskRefusal? Refusal { get; private set; }

    /// <summary>A chat at the sign-in, whose customer has asked for a person.</summary>
    public static async Task<DeskChat> WaitingAsync(InMemoryKraken? kraken = null, Func<DeskSettings, DeskSettings>? settings = null)
    {
        var shown = kraken ?? new InMemoryKraken();
        var desk = new DeskChat(shown, settings);
        desk.Chat.Know(Facts.Begun);
        shown.Show(new WizardStep.AuthFlow("a", new("https://maker.example/authorize?state=x"), null, null));
        await desk.Chat.OpenAsync();
        (await desk.Chat.SayAsync("I want to talk to a person")).ShouldHaveSingleItem().ShouldStartWith(Chat.Start("handover.begun"));
        return desk;
    }

    /// <summary>Ana has it, and has answered.</summary>
    public static async Task<DeskChat> ClaimedAsync(InMemoryKraken? kraken = null, Func<DeskSettings, DeskSettings>? settings = null)
    {
        var desk = await WaitingAsync(kraken, settings);
        (await desk.ActAsync(Ana, new DeskAct.Claim())).ShouldBeEmpty();
        (await desk.ActAsync(Ana, new DeskAct.Say("Hello, Ana here."))).ShouldBe(["Hello, Ana here."]);
        return desk;
    }

    /// <summary>The agent's page is open.</summary>
    public void See(DeskAgent agent, DeskPresence state = DeskPresence.Available) => _board.See(agent, state, Chat.Time.GetUtcNow());

    /// <param name="id">Null: of the one that is open, or was last.</param>
    /// <param name="parcel">What comes beside the act.</param>
    /// <returns>What the customer reads.</returns>
    public async Task<IReadOnlyList<string>> ActAsync(DeskAgent by, DeskAct act, string? id = null, string? parcel = null)
    {
        var request = new DeskRequest(id ?? Chat.HandOverId ?? Ended[^1].Id, $"act-{++_acts}", by, act);
        var said = await Chat.TurnAsync(DeskEvents.Of(request), parcel);
        var result = Chat.Effects.Records.Single(record => record.Kind == DeskRequest.ResultKind && record.Key == request.Key);
        Refusal = JsonSerializer.Deserialize(result.Json, DeskJson.Default.DeskActResult)!.Refusal;
        return said;
    }

    /// <summary>Time passes, and what is due in it comes in, in order.</summary>
    public async Task<IReadOnlyList<string>> PassAsync(TimeSpan time)
    {
        var (until, said) = (Chat.Time.GetUtcNow() + time, new List<string>());
        while (Chat.Effects.Reminders.Values.Where(reminder => reminder.DueAt <= until).MinBy(reminder => reminder.DueAt) is { } due)
        {
            Chat.Time.Advance(due.DueAt > Chat.Time.GetUtcNow() ? due.DueAt - Chat.Time.GetUtcNow() : TimeSpan.Zero);
            Chat.Effects.CancelReminder(due.Key);
            said.AddRange(await Chat.TurnAsync(due.Activity, attempt: ToldAtOnce));
        }

        Chat.Time.Advance(until - Chat.Time.GetUtcNow());
        return said;
    }

    public Task<IReadOnlyList<string>> SeenAsync(OnboardingSighting sighting)
    {
        var value = new JsonObject { ["kind"] = OnboardingWatch.Kind, ["key"] = "A-1/7", ["state"] = sighting.Write() };
        return Chat.TurnAsync(OnboardingEvents.Event(WatchEvents.Changed, value), attempt: ToldAtOnce);
    }

    private sealed class Board : IDeskBoard
    {
        private readonly Dictionary<string, DeskAgentPresence> _agents = [];

        public Func<InMemoryTurnEffects> Effects { get; set; } = null!;

        public List<HandOver> Others { get; } = [];

        public IReadOnlyList<HandOver> Open =>
        [
            .. Others,
            .. Effects().Records.Where(record => record.Kind == HandOver.OpenKind)
                .Select(record => JsonSerializer.Deserialize(record.Json, DeskJson.Default.HandOver)!),
        ];

        public void See(DeskAgent agent, DeskPresence state, DateTimeOffset at) =>
            _agents[agent.Id] = new(agent.Id, agent.Name, agent.Languages, agent.IsSupervisor, state, Capacity, at);

        public Task<DeskBoardView?> ReadAsync(CancellationToken cancellationToken) =>
            Task.FromResult<DeskBoardView?>(new([.. _agents.Values], Open));
    }
}

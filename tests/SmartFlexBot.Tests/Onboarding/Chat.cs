using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Flow;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;
using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Tests.BotFramework;
using SmartFlexBot.Tests.Onboarding.Journeys;

namespace SmartFlexBot.Tests.Onboarding;

/// <summary>The bot alone, turn by turn: its own code, the shipped cards and texts, a tenant in memory, and no runtime around it.</summary>
internal sealed class Chat
{
    private static readonly ConversationKey Conversation = new("directline", "c-1");
    private static readonly CardDeck Deck = CardDeck.Load(Shipped.Cards);
    private static readonly MarketCatalogue Market = MarketCatalogue.Load();

    private readonly OnboardingBot _bot;
    private readonly DrawnCopies _copies = new();
    private TurnState _state = new([]);

    /// <param name="market">Null: what a fresh clone runs with.</param>
    /// <param name="desk">Null: there is none.</param>
    /// <param name="signIn">Null: nobody signs in in the chat.</param>
    public Chat(InMemoryKraken kraken, MarketSettings? market = null, IDeskBoard? desk = null, AccountSignIn? signIn = null)
    {
        Kraken = kraken;
        _bot = new(ServicesFor(kraken) with
        {
            Clock = Time,
            Market = market ?? Shipped.Market,
            Agreements = _copies,
            Desk = desk ?? new NoDeskBoard(),
            SignIn = signIn ?? AccountSignIn.None,
        });
    }

    public static OnboardingServices ServicesFor(InMemoryKraken kraken) => new(
        kraken, kraken, new LexiconSource(kraken, Market), Shipped.Market, Shipped.Texts, Deck,
        ContactTexts.Create(Shipped.Texts, Shipped.Market), Shipped.Subjects, Shipped.Guides,
        new PublicAddress(new("https://chat.example.com")), new DrawnCopies(), new NoDeskBoard(), AccountSignIn.None,
        new FakeTimeProvider(Facts.Noon));

    public FakeTimeProvider Time { get; } = new(Facts.Noon);

    /// <summary>Whose account it is; null for nobody that the supplier vouched for.</summary>
    public string? Account { get; init; } = "A-1";

    public string? UserName { get; init; } = "Ada";

    /// <summary>The language that the supplier's page asked for; null when it did not.</summary>
    public string? BegunIn { get; init; } = "en";

    public InMemoryKraken Kraken { get; }

    public InMemoryTurnEffects Effects { get; } = new();

    /// <summary>What the bot has said so far: texts, and the titles of cards in brackets.</summary>
    public IReadOnlyList<string> Said => [.. Effects.Sent.Select(Words)];

    /// <summary>A text as far as its first value: what something that was said has to begin with.</summary>
    public static string Start(string key) => Shipped.Texts.Get("en", key).Split('{')[0];

    /// <summary>A whole text, with its values in it.</summary>
    public static string Text(string key, params (string Name, object? Value)[] values) => TextIn("en", key, values);

    public static string TextIn(string language, string key, params (string Name, object? Value)[] values) => Shipped.Texts.Get(
        language, key,
        [
            .. values, ("supplier", Shipped.Market.Supplier),
            ("contact", ContactTexts.Create(Shipped.Texts, Shipped.Market).Sentence(language)),
            ("emergency", Shipped.Market.Emergency.General), ("gas", Shipped.Market.Emergency.Gas),
            ("power", Shipped.Market.Emergency.Power), ("setup", Shipped.Market.SetupMinutes),
            ("exampleCar", Shipped.Market.Examples.Car), ("exampleCharger", Shipped.Market.Examples.Charger),
        ]);

    /// <summary>The newest card.</summary>
    public JsonNode Card => Effects.Sent.Last(sent => sent.Attachments is { Count: > 0 }).Attachments!.Single().Content!;

    /// <summary>All objects of the newest card: what it shows, and what its buttons carry.</summary>
    public IEnumerable<JsonObject> Elements => Within(Card);

    /// <summary>Everything that the newest card says, and its addresses.</summary>
    public IEnumerable<string> CardTexts => Elements.SelectMany(element => element)
        .Select(property => property.Value is JsonValue value && value.TryGetValue(out string? text) ? text : null).OfType<string>();

    public string StateJson => _state.Values.ToJsonString();

    public ConversationMemory Memory => ConversationMemory.Of(_state);

    /// <summary>The chat is a person's.</summary>
    public string? HandOverId => HandOverFacts.MarkOf(_state).OpenId;

    /// <summary>What stands in the durable copies that were made.</summary>
    public IReadOnlyList<AgreementContent> Copies => _copies.Contents;

    /// <summary>Sets what is known before the conversation begins.</summary>
    public void Know(Journey journey) => new LoadedJourney(Facts.Fresh, 0).Save(Effects, journey);

    public async Task<Journey> JourneyAsync() =>
        (await LoadedJourney.LoadAsync(Effects, "A-1", 7, Time.GetUtcNow(), TestContext.Current.CancellationToken)).Journey;

    /// <returns>What the bot said to it.</returns>
    public Task<IReadOnlyList<string>> OpenAsync() =>
        TurnAsync(new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new() { Id = "u-1" }] });

    public Task<IReadOnlyList<string>> SayAsync(string text) => TurnAsync(new Activity { Type = ActivityTypes.Message, Text = text });

    /// <summary>Presses a button of the newest card, or of an older one by its token.</summary>
    public Task<IReadOnlyList<string>> PressAsync(
        string what, string? choice = null, string? token = null, params (string Name, string Value)[] inputs)
    {
        var value = new JsonObject { ["card"] = token ?? CardToken, ["do"] = what };
        if (choice is not null)
        {
            value["choice"] = choice;
        }

        foreach (var (name, input) in inputs)
        {
            value[name] = input;
        }

        return TurnAsync(new Activity { Type = ActivityTypes.Message, Value = value });
    }

    public Task<IReadOnlyList<string>> HappenAsync(string name, JsonObject? value = null, string? protectedValue = null) =>
        TurnAsync(OnboardingEvents.Event(name, value), protectedValue);

    /// <summary>The token of the newest card with a button.</summary>
    public string? CardToken => Memory.CardToken;

    /// <summary>The conversation asks a question of its own, as a command of the customer's makes it.</summary>
    public Task<IReadOnlyList<string>> AskAsync(QuestionKind kind)
    {
        (Memory with { Question = new PendingQuestion(kind) }).Save(_state);
        return HappenAsync("nothing/new");
    }

    /// <summary>Carries out what the last turn asked for, as the runtime does, and brings the outcome in.</summary>
    public async Task<IReadOnlyList<string>> CommandAsync()
    {
        var request = Effects.Commands[^1];
        ICommandHandler handler = request.Kind == SmartControlCommand.CommandKind
            ? new SmartControlCommandHandler(Kraken, Kraken)
            : new WizardCommandHandler(Kraken);
        var outcome = await handler.ExecuteAsync(
            new Command(request.Kind, request.Key, request.Payload, Conversation, Attempt: 4), TestContext.Current.CancellationToken);
        var result = outcome.ShouldBeOfType<CommandOutcome.Completed>().Result;
        return await HappenAsync(
            CommandResult.EventName, new JsonObject { ["kind"] = request.Kind, ["key"] = request.Key, ["result"] = result });
    }

    /// <summary>Brings in what became of the tariff's command that the last turn sent.</summary>
    public async Task<IReadOnlyList<string>> SwitchedAsync(TariffCommandResult result)
    {
        var request = Effects.Commands[^1];
        request.Kind.ShouldBe(TariffCommand.CommandKind);
        return await HappenAsync(
            CommandResult.EventName, new JsonObject { ["kind"] = request.Kind, ["key"] = request.Key, ["result"] = result.Write() });
    }

    public async Task<IReadOnlyList<string>> TurnAsync(Activity activity, string? protectedValue = null, int attempt = 0)
    {
        var before = Effects.Sent.Count;
        var origin = Effects.Origin ?? new ConversationOrigin("u-1", UserName, Account, BegunIn);
        var state = new TurnState(_state.Values.DeepClone().AsObject());
        await _bot.OnTurnAsync(
            new TurnContext(activity, Conversation, origin, state, Effects, attempt, protectedValue),
            TestContext.Current.CancellationToken);
        _state = state;
        return [.. Effects.Sent.Skip(before).Select(Words)];
    }

    private static IEnumerable<JsonObject> Within(JsonNode? node) => node switch
    {
        JsonObject element => element.SelectMany(property => Within(property.Value)).Prepend(element),
        JsonArray list => list.SelectMany(Within),
        _ => [],
    };

    private static string Words(Activity activity) =>
        activity.Text ?? activity.Name ?? $"[{Title(activity.Attachments![0].Content!["body"])}]";

    /// <summary>The first words on a card, as they are read.</summary>
    private static string Title(JsonNode? body) =>
        body!.AsArray().Select(element => (string?)element!["text"] ?? (string?)element["items"]?[0]?["text"]).OfType<string>().First()
            .Replace("\\", "", StringComparison.Ordinal);

    private sealed class DrawnCopies : IAgreementDocument
    {
        public List<AgreementContent> Contents { get; } = [];

        public byte[] Render(AgreementContent content)
        {
            Contents.Add(content);
            return [1];
        }
    }
}

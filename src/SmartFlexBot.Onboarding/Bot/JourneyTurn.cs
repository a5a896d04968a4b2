using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Commands;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>One turn of one journey: the facts as they stand, and the ways to speak, to ask and to decide.</summary>
internal sealed class JourneyTurn(ITurnContext context, OnboardingServices services, ConversationMemory memory)
{
    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(20);

    private LoadedJourney? _loaded;
    private Journey? _journey;

    public ITurnContext Context => context;

    public OnboardingServices Services => services;

    public Activity Activity => context.Activity;

    public ConversationMemory Memory { get; private set; } = memory;

    public Journey Journey => _journey ?? throw new InvalidOperationException("The home is not known yet.");

    public bool HasJourney => _journey is not null;

    public Situation Situation { get; set; } = new(new(null, []), [], null, WizardGone: false);

    public DateTimeOffset Now => services.Clock.GetUtcNow();

    public string Locale => services.Texts.LanguageOf(Memory.Locale ?? context.Origin.Locale);

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Locale == Texts.Fallback ? "en-GB" : Locale);

    /// <summary>The homes to choose from, while it is not known which one this is about.</summary>
    public IReadOnlyList<AccountProperty> Properties { get; set; } = [];

    /// <summary>The customer's message has had its effect: it must not be taken up again.</summary>
    public bool IsAnswerUsed { get; set; }

    public Step NextStep => Memory.Question is { } question ? new Step.AnswerQuestion(question.Kind)
        : HasJourney ? JourneyStep
        : new Step.ChooseProperty(Properties);

    /// <summary>The next step of the journey, whatever the conversation itself is asking.</summary>
    public Step JourneyStep => Journeys.NextStep.Of(Journey, Situation, services.Market);

    public async Task LoadAsync(int propertyId, CancellationToken cancellationToken)
    {
        _loaded = await LoadedJourney.LoadAsync(context.Effects, context.Origin.AccountNumber!, propertyId, Now, cancellationToken);
        _journey = _loaded.Journey;
        var home = Properties.FirstOrDefault(property => property.Id == propertyId)?.Address;
        Remember(memory => memory with { PropertyId = propertyId, Home = MaskedHome.Of(home) ?? memory.Home });
    }

    public void Update(Func<Journey, Journey> change) => _journey = change(Journey);

    public void Remember(Func<ConversationMemory, ConversationMemory> change) => Memory = change(Memory);

    public void Save()
    {
        if (_journey is not null)
        {
            _loaded!.Save(context.Effects, _journey);
        }

        Memory.Save(context.State);
    }

    public string Text(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        return services.Texts.Get(Locale, key, [.. values, ("supplier", services.Market.Supplier), ("contact", services.Contact.Sentence(Locale))]);
    }

    public Task SayAsync(string key, params ReadOnlySpan<(string Name, object? Value)> values) => SendAsync(Text(key, values), InputHints.AcceptingInput);

    public Task AskAsync(string key, params ReadOnlySpan<(string Name, object? Value)> values) => SendAsync(Text(key, values), InputHints.ExpectingInput);

    /// <summary>Sends a card. Its buttons carry the token of the question that is open: the same one when it is shown again.</summary>
    /// <param name="summary">The card in one sentence, for channels and readers that show none.</param>
    public Task ShowAsync(string card, string summary, JsonObject data)
    {
        data["card"] = Memory.CardToken ?? "";
        data["summary"] = summary;
        return context.SendActivityAsync(new Activity
        {
            Type = ActivityTypes.Message,
            Locale = Locale,
            Speak = summary,
            InputHint = InputHints.ExpectingInput,
            Attachments = [services.Cards.Render(card, data)],
        });
    }

    public void Command(WizardChange action, PendingAction what, string? stepId = null, StepAnswer? answer = null)
    {
        var command = new WizardCommand(
            action, Journey.Scope, action == WizardChange.Start ? null : Journey.Wizard, stepId, answer is null ? null : AnswerData.From(answer), Journey.DeviceId);
        Command(WizardCommand.CommandKind, JsonSerializer.Serialize(command, WizardCommandJson.Default.WizardCommand), what, stepId);
        Update(journey => journey with { Refused = null });
    }

    /// <summary>Kraken is busy: tried again by itself, and said once, for busy may last for hours.</summary>
    public async Task TryAgainSoonAsync(WizardProblemKind kind = WizardProblemKind.TryLater)
    {
        Remind("try-again", BusyPause, OnboardingEvents.Event(OnboardingEvents.TryAgain));
        if (Memory.SaidBusy)
        {
            return;
        }

        Remember(memory => memory with { SaidBusy = true });
        if (services.Texts.Has($"refused.{kind}"))
        {
            await SayAsync($"refused.{kind}");
        }
    }

    public void Watch() => context.Effects.Watch(new WatchRequest(
        OnboardingWatch.Kind, Journey.Key, new OnboardingWatch(Journey.Scope, Journey.Wizard, Journey.DeviceId).Write(),
        Every: TimeSpan.FromSeconds(3), Until: Now.AddDays(services.Market.Silence.EndAfterDays)));

    public void Remind(string key, TimeSpan after, Activity activity) => context.Effects.Remind(new Reminder(key, Now + after, activity));

    /// <summary>A link that leads through this host, so that the address behind it is never in the chat.</summary>
    public (string Url, string Code) Link(TicketPurpose purpose, Uri uri, string stepId)
    {
        var code = Ticket.NewCode();
        var device = Journey.ChosenDevice is { IsDevice: true } chosen ? chosen.DisplayName : null;
        var ticket = new Ticket(purpose, context.Conversation.ToString(), uri.AbsoluteUri, stepId, Locale, device, Memory.Home);
        context.Effects.SaveRecord(new RecordWrite(
            Ticket.RecordKind, Ticket.KeyOf(code), ticket.Write(), ExpectedVersion: 0, Encrypted: true, Now + Ticket.Lifetime));
        return (services.Address.Of($"/auth/start/{code}"), code);
    }

    /// <summary>An address of this host that nobody can guess, and behind it the content as it is now.</summary>
    public string Keep(string recordKind, string json, string folder, string extension, DateTimeOffset? expiresAt)
    {
        var code = Ticket.NewCode();
        context.Effects.SaveRecord(new RecordWrite(recordKind, Ticket.KeyOf(code), json, ExpectedVersion: 0, Encrypted: true, expiresAt));
        return services.Address.Of($"/tariff/{folder}/{code}.{extension}");
    }

    /// <summary>Tells the outside that something happened in this journey, once for each key.</summary>
    public void Record(string name, string key, JsonObject ids) =>
        context.Effects.RecordEvent(new BusinessEvent(name, $"{name}/{Journey.Key}/{key}", ids.ToJsonString()));

    public void Command(string kind, string payload, PendingAction what, string? stepId = null)
    {
        var count = Journey.CommandCount + 1;
        var key = $"{Journey.Key}/{Journey.StartedAt.ToUnixTimeMilliseconds()}/{count}";
        context.Effects.Command(new CommandRequest(kind, key, payload));
        Update(journey => journey with { CommandCount = count, Pending = new PendingCommand(key, what, stepId) });
    }

    private Task SendAsync(string text, string inputHint) => context.SendActivityAsync(new Activity
    {
        Type = ActivityTypes.Message,
        Text = text,
        TextFormat = TextFormats.Plain,
        Locale = Locale,
        InputHint = inputHint,
    });
}

using System.Text.Json.Serialization;
using SmartFlexBot.BotFramework;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>
/// What belongs to one conversation alone: its language, what is being asked in it, what was told. Everything else is the journey's.
/// </summary>
/// <remarks>The generated JSON reader sets what is absent to null: what must not be null says so in its getter.</remarks>
public sealed record ConversationMemory
{
    private const string StateName = "onboarding";

    /// <summary>The language that was chosen in this conversation; null while nobody chose one.</summary>
    public string? Locale { get; init; }

    /// <summary>The language of the customer's own client, as it last told; one that the market speaks.</summary>
    public string? ClientLocale { get; init; }

    /// <summary>The language that the account was last spoken to in, here or elsewhere.</summary>
    public string? AccountLocale { get; init; }

    /// <summary>The customer was greeted, and told what Kraken shows; once in a conversation.</summary>
    public bool Greeted { get; init; }

    /// <summary>The customer was greeted while Kraken could not be read.</summary>
    public bool Welcomed { get; init; }

    /// <summary>The home this conversation is about; null until it is known.</summary>
    public int? PropertyId { get; init; }

    /// <summary>That home, masked, as it may be shown to whoever opens a link of the chat.</summary>
    public string? Home { get; init; }

    /// <summary>The key of the journey that knows of this conversation.</summary>
    public string? Enlisted { get; init; }

    /// <summary>The key of the step that was asked last.</summary>
    public string? Asking { get; init; }

    /// <summary>False when that question was answered, or is to be shown once more.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The one-time token that its card carries; null once it was answered.</summary>
    public string? CardToken { get; init; }

    /// <summary>The permission that was asked for by a sentence of its own.</summary>
    public ConsentPurpose? AskedPurpose { get; init; }

    /// <summary>What was answered so far of the values a maker asks for.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get => field ?? new Dictionary<string, string>(); init; }

    /// <summary>The step that was last run, by the key of its status text.</summary>
    public string? At { get; init; }

    /// <summary>The key of the step at which a person was called without the customer asking: not again at the same one.</summary>
    public string? CalledAt { get; init; }

    /// <summary>The key of the waiting step that was last explained.</summary>
    public string? Told { get; init; }

    /// <summary>The customer was told that Kraken is busy; until something was taken again.</summary>
    public bool SaidBusy { get; init; }

    /// <summary>The key of the step that the customer put off.</summary>
    public string? Later { get; init; }

    /// <summary>A question of the conversation itself that comes before the journey's next step.</summary>
    public PendingQuestion? Question { get; init; }

    /// <summary>The key of the step whose question stands though another came in between: what is typed is its answer.</summary>
    public string? Resumed { get; init; }

    /// <summary>How often something was tried in vain at a step that is done elsewhere.</summary>
    public StepTries? Tries { get; init; }

    /// <summary>Languages that the customer was asked about: nobody is asked twice.</summary>
    public IReadOnlyList<string> LanguagesAskedAbout { get; init; } = [];

    /// <summary>The customer holds the phone in their hand, as the page last told: no QR code then.</summary>
    public bool IsOnPhone { get; init; }

    /// <summary>What the customer answered while Kraken could not be read: taken up when it can.</summary>
    public Reply? Unheard { get; init; }

    /// <summary>What they asked for meanwhile, such as "status".</summary>
    public Reply? UnheardRequest { get; init; }

    /// <summary>Read once in a while: it hardly changes.</summary>
    public Eligibility? Eligibility { get; init; }

    /// <summary>A sign-in to an account that is not finished: a code is to be typed, or one of several accounts to be chosen.</summary>
    public PendingAccount? Account { get; init; }

    /// <summary>How often the account changed that the conversation acts for: what was put off for an earlier one means nothing.</summary>
    public int AccountChanges { get; init; }

    /// <summary>The list of cars or charge points that was offered last, in its order.</summary>
    public IReadOnlyList<CatalogueEntry> Offers { get => field ?? []; init; } = [];

    public static ConversationMemory Of(TurnState state) => state.Get(StateName, MemoryJson.Default.ConversationMemory) ?? new();

    public void Save(TurnState state) => state.Set(StateName, this, MemoryJson.Default.ConversationMemory);
}

/// <param name="Numbers">The accounts that were signed in to.</param>
/// <param name="Code">The code that proves that who signed in is who writes, as a hash; null when that is certain.</param>
/// <param name="Salt">What the code was hashed with.</param>
/// <param name="Tries">How many are left.</param>
/// <param name="Until">Then it is all to be begun anew.</param>
public sealed record PendingAccount(IReadOnlyList<string> Numbers, string? Code, string Salt, int Tries, DateTimeOffset Until);

/// <param name="Argument">The language of <see cref="QuestionKind.Language"/>.</param>
/// <param name="Interrupts">The question that stood when this one came in between; null when none did.</param>
public sealed record PendingQuestion(QuestionKind Kind, string? Argument = null, InterruptedQuestion? Interrupts = null);

/// <param name="Step">The key of its step.</param>
/// <param name="CardToken">What its card carries: it may still be pressed.</param>
public sealed record InterruptedQuestion(string Step, string? CardToken);

/// <param name="Step">The key of the step, or what names it though its key changes with each try.</param>
public sealed record StepTries(string Step, int Count);

public enum QuestionKind
{
    Cancel,
    StartOver,
    Language,

    /// <summary>Withdraw from the contract of a tariff?</summary>
    WithdrawContract,

    /// <summary>Withdraw the permissions, or from the contract?</summary>
    WithdrawWhich,

    /// <summary>Turn smart charging off?</summary>
    Pause,

    /// <summary>Shall somebody call, or write?</summary>
    CallBack,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ConversationMemory))]
internal sealed partial class MemoryJson : JsonSerializerContext;

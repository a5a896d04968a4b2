using System.Text.Json.Serialization;

namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>
/// What ties a hand-over to its conversation at a hub (a contact-centre product in which agents work instead of at the desk). Turns of the
/// hand-over's own conversation change it, and nobody else.
/// </summary>
/// <param name="AccountNumber">By which it is found when the account is erased; null when nobody vouched for the customer.</param>
public sealed record HubLink(string HandOverId, string? AccountNumber)
{
    /// <summary>The kind of its record; the key is the hand-over's id.</summary>
    public const string RecordKind = "hub-link";

    public HubPlace Place { get => field ?? new(); init; } = new();

    /// <summary>How many rounds were asked for.</summary>
    public int Rounds { get; init; }

    /// <summary>A round is on its way. There is never a second one: so nothing overtakes, and nothing is told twice.</summary>
    public bool IsUnderWay { get; init; }

    /// <summary>Something has happened since that round was asked for.</summary>
    public bool IsWanted { get; init; }
}

/// <summary>How far a hub and this conversation know of each other.</summary>
/// <param name="Conversation">The hub's own id; null while it has none.</param>
/// <param name="Contact">The hub's id of the customer, which is made for this hand-over alone; null while it has none.</param>
/// <param name="HasPack">The hub has what an agent needs to know.</param>
/// <param name="Sent">The conversation's log as far as the hub has it, by sequence.</param>
/// <param name="Assignee">The agent whom the hub showed last; null for none.</param>
/// <param name="IsClosed">Nothing more is told in either direction.</param>
/// <param name="Person">The hub's own record of the customer, by which it deletes what it has of them; null where it shows none.</param>
public sealed record HubPlace(
    string? Conversation = null,
    string? Contact = null,
    bool HasPack = false,
    long Sent = 0,
    string? Assignee = null,
    bool IsClosed = false,
    string? Person = null)
{
    /// <summary>The newest of the hub's messages that were taken, by its ids: what is read again is known by them.</summary>
    public IReadOnlyList<string> Taken { get => field ?? []; init; } = [];
}

/// <summary>
/// A round asks the hub for what is new and tells it what is new here. It is a command: durable, and by one node at a time.
/// </summary>
public sealed record HubRound(string HandOverId, HubPlace Place)
{
    public const string CommandKind = "hub/round";

    public static string KeyOf(HubLink link) => $"hub/{link.HandOverId}/{link.Rounds}";
}

/// <param name="News">In the order in which they happened at the hub.</param>
/// <param name="HasMore">There is more to tell or to read than one round takes.</param>
/// <param name="LookAfter">The hub is to be asked again then, without a call of its; null: as usual.</param>
public sealed record HubRoundResult(
    string HandOverId, HubPlace Place, IReadOnlyList<HubNews> News, bool HasMore = false, TimeSpan? LookAfter = null);

/// <summary>Something that has happened at a hub, in words that all hubs share.</summary>
/// <param name="By">Who did it; null where the hub does not tell.</param>
/// <param name="Text">What was said; empty for all else.</param>
/// <param name="Id">The hub's own of what was said; null for all else.</param>
public sealed record HubNews(HubNewsKind Kind, HandOverOwner? By = null, string Text = "", string? Id = null);

public enum HubNewsKind
{
    /// <summary>It waits in the hub's queue.</summary>
    Accepted,

    /// <summary>The hub does not take it.</summary>
    Refused,

    /// <summary>An agent has taken it, from the queue or from a colleague.</summary>
    Taken,

    /// <summary>It is nobody's again.</summary>
    LetGo,

    /// <summary>An agent has written to the customer.</summary>
    Said,

    /// <summary>An agent has ended it.</summary>
    Ended,
}

/// <summary>A hub has something new: what, is read.</summary>
public sealed record HubCall(string HandOverId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(HubLink))]
[JsonSerializable(typeof(HubRound))]
[JsonSerializable(typeof(HubRoundResult))]
[JsonSerializable(typeof(HubCall))]
public sealed partial class HubJson : JsonSerializerContext;

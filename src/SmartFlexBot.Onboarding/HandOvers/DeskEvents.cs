using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>Events about hand-overs that enter a conversation's inbox.</summary>
public static class DeskEvents
{
    /// <summary>Whoever of the supplier's people writes, as customers' clients know them: they are told names alone.</summary>
    public const string PersonId = "person";

    /// <summary>An agent does something. Value: a <see cref="DeskRequest"/>.</summary>
    public const string Act = "desk/act";

    /// <summary>An agent has looked at something. Value: a <see cref="DeskLookRequest"/>.</summary>
    public const string Looked = "desk/looked";

    /// <summary>The time of a state is over. Value: a <see cref="HandOverTimer"/>.</summary>
    public const string Timer = "handover/timer";

    /// <summary>What a hub says of a hand-over. Value: a <see cref="HubStatus"/>.</summary>
    public const string Hub = "hub/status";

    /// <summary>A hub has something new, or is to be asked whether it has. Value: a <see cref="HubCall"/>.</summary>
    public const string HubCalls = "hub/calls";

    public static Activity Of(HubCall call) => Event(HubCalls, JsonSerializer.SerializeToNode(call, HubJson.Default.HubCall));

    public static Activity Of(DeskRequest request) => Event(Act, JsonSerializer.SerializeToNode(request, DeskJson.Default.DeskRequest));

    public static Activity Of(DeskLookRequest look) =>
        Event(Looked, JsonSerializer.SerializeToNode(look, DeskJson.Default.DeskLookRequest));

    public static Activity Of(HandOverTimer timer) => Event(Timer, JsonSerializer.SerializeToNode(timer, DeskJson.Default.HandOverTimer));

    public static Activity Of(HubStatus status) => Event(Hub, JsonSerializer.SerializeToNode(status, DeskJson.Default.HubStatus));

    private static Activity Event(string name, JsonNode? value) =>
        new() { Type = ActivityTypes.Event, Name = name, Value = value };
}

/// <param name="ClientId">Of the page: the same one is carried out once.</param>
public sealed record DeskRequest(string HandOverId, string ClientId, DeskAgent By, DeskAct Act)
{
    /// <summary>The kind of the record that keeps what became of it, for a day.</summary>
    public const string ResultKind = "desk-act";

    /// <summary>That record's key.</summary>
    public string Key => KeyOf(HandOverId, ClientId);

    public static string KeyOf(string handOverId, string clientId) => $"{handOverId}/{clientId}";
}

/// <param name="Since">The state that it was set for began then: it means nothing to a later one.</param>
public sealed record HandOverTimer(string HandOverId, HandOverTimerKind Kind, DateTimeOffset Since);

public enum HandOverTimerKind
{
    /// <summary>Is the customer still there?</summary>
    Quiet,

    /// <summary>They were asked, and have said nothing.</summary>
    Gone,

    /// <summary>Nobody has claimed it.</summary>
    Expired,

    /// <summary>Is its owner still there?</summary>
    Owner,
}

/// <param name="Trigger">What it means: <see cref="HandOverTrigger.Accepted"/> or <see cref="HandOverTrigger.Refused"/>.</param>
public sealed record HubStatus(string HandOverId, HandOverTrigger Trigger);

/// <summary>What a conversation remembers of hand-overs, in its own state: so that its commits decide who may speak.</summary>
/// <param name="OpenId">The open one; null while the chat is the bot's.</param>
/// <param name="LastReason">Of the one that ended last.</param>
/// <param name="JoinedId">One of another conversation, of which the customer was told here.</param>
public sealed record HandOverMark(
    string? OpenId = null, HandOverReason? LastReason = null, DateTimeOffset? LastEndedAt = null, string? JoinedId = null)
{
    /// <summary>Its name in the state.</summary>
    public const string StateName = "handover";
}

/// <summary>What came in while the chat was not the bot's, and is taken up when it is again.</summary>
public sealed record HeldEvent(string Name, string Value);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(HandOver))]
[JsonSerializable(typeof(HandOverMark))]
[JsonSerializable(typeof(HandOverTimer))]
[JsonSerializable(typeof(HubStatus))]
[JsonSerializable(typeof(DeskRequest))]
[JsonSerializable(typeof(DeskAct))]
[JsonSerializable(typeof(DeskActResult))]
[JsonSerializable(typeof(DeskNotes))]
[JsonSerializable(typeof(DeskTask))]
[JsonSerializable(typeof(DeskAgentPresence))]
[JsonSerializable(typeof(SaidElsewhere))]
[JsonSerializable(typeof(PersonSaid))]
[JsonSerializable(typeof(DeskLooks))]
[JsonSerializable(typeof(DeskLookRequest))]
[JsonSerializable(typeof(DeskFile))]
[JsonSerializable(typeof(FileParcel))]
public sealed partial class DeskJson : JsonSerializerContext;

using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>
/// The Bot Framework's own hand-over: the events handoff.initiate and handoff.status (learn.microsoft.com, "Transition conversations from
/// bot to human"). Whoever carries the conversation, a client or a hub that listens there, brings the agent into it; the bot hears three
/// words.
/// </summary>
/// <param name="Skill">For the hub's routing; null for none.</param>
public sealed record Handoff(string? Skill)
{
    public const string InitiateName = "handoff.initiate";
    public const string StatusName = "handoff.status";

    private const int LongestName = 100;

    /// <summary>No word of the customer's and no fact of theirs is in it: their own client reads it.</summary>
    public Activity Initiate(HandOver handOver) => new()
    {
        Type = ActivityTypes.Event,
        Name = InitiateName,
        Value = new JsonObject
        {
            ["skill"] = Skill,
            ["handOverId"] = handOver.Id,
            ["reason"] = handOver.Reason.ToString(),
            ["priority"] = handOver.Priority.ToString(),
            ["language"] = handOver.Locale,
            ["isVerified"] = handOver.AccountNumber is not null,
        },
    };

    /// <param name="isTaken">An agent has had it: what fails now has ended.</param>
    /// <returns>Null for a state that is not known: it means nothing, and is no mistake.</returns>
    public static HubNews? NewsOf(JsonObject? status, bool isTaken) => Word(status, "state") switch
    {
        "accepted" => new(HubNewsKind.Taken, AgentIn(status)),
        "failed" => new(isTaken ? HubNewsKind.Ended : HubNewsKind.Refused),
        "completed" => new(HubNewsKind.Ended, AgentIn(status)),
        _ => null,
    };

    /// <summary>A field of ours: the protocol names nobody.</summary>
    private static HandOverOwner? AgentIn(JsonObject? status) =>
        Word(status, "agentName") is { Length: > 0 and <= LongestName } name ? new($"handoff-{name}", name) : null;

    private static string? Word(JsonObject? value, string name) =>
        value?[name] is JsonValue word && word.TryGetValue(out string? text) ? text : null;
}

using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk.Hubs;

/// <summary>What a hub may sort and route by: no fact of the customer's is in it. Pure.</summary>
internal static class HubAttributes
{
    /// <summary>By which a hub's own routing may name the hand-over to us.</summary>
    public const string HandOverId = "smartflex_handover";

    public static Dictionary<string, string> Of(HandOver handOver) => new()
    {
        [HandOverId] = handOver.Id,
        ["smartflex_reason"] = handOver.Reason.ToString(),
        ["smartflex_priority"] = handOver.Priority.ToString(),
        ["smartflex_language"] = handOver.Locale,
        ["smartflex_channel"] = handOver.Conversation.Split('|')[0],
    };
}

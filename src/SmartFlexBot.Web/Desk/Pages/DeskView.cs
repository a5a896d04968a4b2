using System.Globalization;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Web.Desk.Pages;

/// <param name="Presence">Whether the agent is available or on a break.</param>
/// <param name="Capacity">How many chats they may have at once.</param>
/// <param name="Languages">That the desk speaks.</param>
public sealed record DeskView(
    QueueView Queue, DeskPresence Presence, int Capacity, IReadOnlyList<string> Languages, TimeSpan IdleTime, TimeSpan IdleWarning,
    string Proof)
{
    public DeskAgent Agent => Queue.Agent;

    /// <summary>What the page's script needs to know.</summary>
    public IReadOnlyDictionary<string, object> Body => new Dictionary<string, object>
    {
        ["data-view"] = "queue",
        ["data-cursor"] = Queue.Board.Cursor.ToString(),
        ["data-idle"] = Seconds(IdleTime),
        ["data-warning"] = Seconds(IdleWarning),
    };

    private static string Seconds(TimeSpan time) => ((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}

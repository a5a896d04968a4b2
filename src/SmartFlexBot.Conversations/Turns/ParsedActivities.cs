using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Activities that came in just now, for the first runs of their turns. For use on one scheduler (a grain's).</summary>
internal sealed class ParsedActivities
{
    private const int Most = 16;

    private readonly Dictionary<string, Activity> _byJson = new(StringComparer.Ordinal);

    public void Add(ParsedActivity parsed)
    {
        if (parsed is { Json: { } json, Activity: { } activity } && _byJson.Count < Most)
        {
            _byJson[json] = activity;
        }
    }

    /// <returns>The activity that was written as this JSON, once; null when it is to be parsed.</returns>
    public Activity? Take(string json) => _byJson.Remove(json, out var activity) ? activity : null;

    /// <summary>Nothing is undone: what is left was parsed, because its turn began before it was added.</summary>
    public void Clear() => _byJson.Clear();
}

using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Activities that came in just now, for the first runs of their turns. For use on one scheduler (a grain's).</summary>
internal sealed class ParsedActivities
{
    private const int Most = 16;

    private readonly Dictionary<string, ParsedActivity> _byJson = new(StringComparer.Ordinal);

    public void Add(ParsedActivity parsed)
    {
        if (parsed.Json is { } json && _byJson.Count < Most)
        {
            _byJson[json] = parsed;
        }
    }

    /// <returns>The activity that was written as this JSON; null when it is to be parsed.</returns>
    public ParsedActivity? Take(string json) => _byJson.Remove(json, out var parsed) ? parsed : null;

    /// <summary>Nothing is undone: what is left was parsed, because its turn began before it was added.</summary>
    public void Clear() => _byJson.Clear();
}

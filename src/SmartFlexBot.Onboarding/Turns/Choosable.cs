using System.Text.Json.Nodes;
using SmartFlexBot.Recognition.Choices;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>One of a short list, pressed or typed.</summary>
/// <param name="Id">What the button carries.</param>
/// <param name="Title">What it says, and what can be typed.</param>
internal sealed record Choosable(string Id, string Title)
{
    /// <summary>Which one a reply means; null when none or not surely one.</summary>
    public static Choosable? Chosen(Reply reply, IReadOnlyList<Choosable> list) => reply switch
    {
        { IsCard: true, Choice: { } choice } => list.FirstOrDefault(item => item.Id == choice),
        { IsCard: true } => null,
        _ => ChoiceRecogniser.Recognise(reply.Text, [.. list.Select(item => new Choice(item.Title, item.Id))]) is { IsPicked: true } pick
            ? list[pick.Index]
            : null,
    };

    /// <summary>Those of one title by their place among them: "Home (1)", "Home (2)".</summary>
    public static IReadOnlyList<Choosable> Numbered(IReadOnlyList<Choosable> list) =>
    [
        .. list.Select((item, index) => list.Count(other => other.Title == item.Title) == 1
            ? item
            : item with { Title = $"{item.Title} ({list.Take(index + 1).Count(other => other.Title == item.Title)})" })
    ];

    public static JsonArray Options(IEnumerable<Choosable> list) =>
        [.. list.Select(JsonNode? (item) => new JsonObject { ["title"] = item.Title, ["choice"] = item.Id })];
}

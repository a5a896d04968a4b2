using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Journeys;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>The card that asks for the test charge: what it is, what to check, start or later.</summary>
internal static class TestCard
{
    private static readonly string[] Checks = ["home", "plugged", "room", "timers"];

    public static Task ShowAsync(JourneyTurn turn, string? before = null)
    {
        var text = turn.Text("test.text", ("minutes", turn.Services.Market.TestCharge.Minutes));
        return turn.ShowAsync("test-charge", turn.Text("test.title"), new JsonObject
        {
            ["title"] = turn.Text("test.title"),
            ["text"] = before is null ? text : $"{before} {text}",
            ["checks"] = new JsonArray([.. Checks.Select(JsonNode? (check) => new JsonObject { ["text"] = turn.Text($"test.check.{check}") })]),
            ["start"] = turn.Text("test.start"),
            ["later"] = turn.Text("test.later"),
        });
    }

    public static Task PutOffAsync(JourneyTurn turn, Step step)
    {
        turn.Remember(memory => memory with { Later = step.Key });
        return turn.SayAsync("test.later.text");
    }
}

using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.TestCharge;

/// <summary>The card that asks for the test charge: what it is, what to check, start or later.</summary>
internal sealed class TestCard(Voice voice, Conversation conversation, DeviceKind device, int minutes)
{
    public static TestCard Of(Turn turn) =>
        new(turn.Voice, turn.Conversation, turn.Facts.Journey.DeviceKind, turn.Market.TestCharge.Minutes);

    /// <summary>What has to be right. Whether a charge point's car is at home shows by its being plugged in.</summary>
    public static IReadOnlyList<string> ChecksOf(DeviceKind device) => device == DeviceKind.ChargePoint
        ? ["online", "plugged", "room", "timers"]
        : ["home", "plugged", "room", "timers"];

    /// <param name="before">What is said before it; null for nothing.</param>
    /// <param name="keyUrl">The link to a virtual key that may not be there yet; null where none is wanted.</param>
    public Task ShowAsync(string? before = null, string? keyUrl = null)
    {
        var text = voice.Text("test.text", ("minutes", minutes));
        return voice.ShowAsync("test-charge", voice.Text("test.title"), new JsonObject
        {
            ["title"] = voice.Text("test.title"),
            ["text"] = before is null ? text : $"{before} {text}",
            ["checks"] = string.Join("\n", ChecksOf(device).Select(check => $"- {voice.Text($"test.check.{check}")}")),
            ["start"] = voice.Text("test.start"),
            ["hasKey"] = keyUrl is not null,
            ["addKey"] = voice.Text("key.again"),
            ["keyUrl"] = keyUrl ?? "",
            ["later"] = voice.Text("test.later"),
        });
    }

    public Task PutOffAsync(Step step)
    {
        conversation.Remember(memory => memory with { Later = step.Key });
        return voice.SayAsync(voice.KeyFor("test.later.text", device.ToString()));
    }
}

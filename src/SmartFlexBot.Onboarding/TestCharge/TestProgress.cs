using System.Globalization;
using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.TestCharge;

/// <summary>Tells of a running test charge: when it begins, at the market's set points, and when the customer asks.</summary>
internal sealed class TestProgress(
    Voice voice, Conversation conversation, JourneyFacts facts, Reminders reminders, TestChargeSettings settings, TimeProvider clock)
        : INotice
{
    /// <summary>A running test is due to be told of.</summary>
    public const string EventName = "test/progress";

    public static TestProgress Of(Turn turn) =>
        new(turn.Voice, turn.Conversation, turn.Facts, turn.Reminders, turn.Market.TestCharge, turn.Clock);

    public Task TellAsync(bool spoken, bool told, CancellationToken cancellationToken)
    {
        if (facts.Journey.Test.StartedAt is not { } startedAt)
        {
            Begin();
            return voice.SayShownAsync("test.running", Bar(clock.GetUtcNow()), ("minutes", settings.Minutes));
        }

        return !told || spoken || conversation.EventName == EventName ? SayElapsedAsync(startedAt) : Task.CompletedTask;
    }

    /// <summary>No test runs any more: nothing is told of it later.</summary>
    public void Forget()
    {
        if (facts.Journey.Test.StartedAt is null)
        {
            return;
        }

        facts.Update(journey => journey with { Test = journey.Test with { StartedAt = null } });
        foreach (var minutes in settings.ProgressMinutes)
        {
            reminders.Cancel(KeyOf(minutes));
        }
    }

    private void Begin()
    {
        facts.Update(journey => journey with
        {
            Test = journey.Test with { StartedAt = clock.GetUtcNow(), RetriedFailure = null, AgreedInAdvance = false },
        });
        foreach (var minutes in settings.ProgressMinutes)
        {
            reminders.Remind(KeyOf(minutes), TimeSpan.FromMinutes(minutes), OnboardingEvents.Event(EventName));
        }
    }

    private Task SayElapsedAsync(DateTimeOffset startedAt)
    {
        var elapsed = (int)(clock.GetUtcNow() - startedAt).TotalMinutes;
        var key = elapsed > 2 * settings.Minutes ? "test.progress.late" : "test.progress";
        return voice.SayShownAsync(key, Bar(startedAt), ("elapsed", elapsed), ("minutes", settings.Minutes));
    }

    /// <summary>What a page draws a bar from.</summary>
    private JsonObject Bar(DateTimeOffset startedAt) => new()
    {
        ["testCharge"] = new JsonObject { ["startedAt"] = startedAt.ToString("O"), ["minutes"] = settings.Minutes },
    };

    private static string KeyOf(int minutes) => string.Create(CultureInfo.InvariantCulture, $"test-progress-{minutes}");
}

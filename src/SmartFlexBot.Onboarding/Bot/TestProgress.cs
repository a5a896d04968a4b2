using System.Globalization;
using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>Tells of a running test charge: when it begins, at the market's set points, and when the customer asks.</summary>
internal sealed class TestProgress(JourneyTurn turn)
{
    public async Task TellAsync(Step.TestRunning step, bool spoken, bool told)
    {
        var settings = turn.Services.Market.TestCharge;
        var begins = turn.Journey.Test.StartedAt is null;
        if (begins)
        {
            turn.Update(journey => journey with { Test = journey.Test with { StartedAt = turn.Now, RetriedFailure = null, AgreedInAdvance = false } });
            foreach (var minutes in settings.ProgressMinutes)
            {
                turn.Remind(KeyOf(minutes), TimeSpan.FromMinutes(minutes),
                    OnboardingEvents.Event(OnboardingEvents.TestProgress, new JsonObject { ["stepId"] = step.Wizard.Id }));
            }
        }

        if (begins)
        {
            await turn.SayAsync("test.running", ("minutes", settings.Minutes));
        }
        else if (!told || spoken || turn.Activity.Name == OnboardingEvents.TestProgress)
        {
            await SayElapsedAsync();
        }
    }

    /// <summary>No test runs any more: nothing is told of it later.</summary>
    public void Forget()
    {
        if (turn.Journey.Test.StartedAt is null)
        {
            return;
        }

        turn.Update(journey => journey with { Test = journey.Test with { StartedAt = null } });
        foreach (var minutes in turn.Services.Market.TestCharge.ProgressMinutes)
        {
            turn.Context.Effects.CancelReminder(KeyOf(minutes));
        }
    }

    private Task SayElapsedAsync()
    {
        var settings = turn.Services.Market.TestCharge;
        var elapsed = (int)(turn.Now - turn.Journey.Test.StartedAt!.Value).TotalMinutes;
        return turn.SayAsync(elapsed > 2 * settings.Minutes ? "test.progress.late" : "test.progress", ("elapsed", elapsed), ("minutes", settings.Minutes));
    }

    private static string KeyOf(int minutes) => string.Create(CultureInfo.InvariantCulture, $"test-progress-{minutes}");
}

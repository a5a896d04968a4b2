using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>Steps that the customer cannot answer: said once, again in short when the customer writes, and watched where Kraken moves on.</summary>
internal sealed class Waiting(JourneyTurn turn)
{
    /// <param name="spoken">The customer has written something meanwhile.</param>
    public async Task TellAsync(Step step, bool spoken, CancellationToken cancellationToken)
    {
        if (step is Step.AwaitRetry)
        {
            // Nothing is told of it but what the refusal said, and what was told before is not told again when it is tried again.
            turn.Remember(memory => memory with { IsOpen = false, CardToken = null });
            if (spoken)
            {
                await turn.SayAsync("wait.still");
            }

            return;
        }

        var told = turn.Memory.Told == step.Key;
        turn.Remember(memory => memory with { Told = step.Key, IsOpen = false, CardToken = null });
        switch (step)
        {
            case Step.Live live:
                await new LiveNews(turn).TellAsync(live.Device, spoken, told, cancellationToken);
                return;
            case Step.SignIn signIn:
                await new SignInCard(turn).ShowAsync(signIn.Wizard, spoken, told);
                return;
            case Step.TestRunning running:
                turn.Watch();
                await new TestProgress(turn).TellAsync(running, spoken, told);
                return;
            case Step.AwaitCommand or Step.AwaitKraken:
                if (step is Step.AwaitKraken)
                {
                    turn.Watch();
                }

                if (spoken)
                {
                    await turn.SayAsync("wait.still");
                }
                else if (!told && Announcement(step) is { } key)
                {
                    await turn.SayAsync(key);
                }

                return;
            default:
                if ((spoken || !told) && Explanation(step) is { } text)
                {
                    await turn.SayAsync(text);
                }

                return;
        }
    }

    /// <summary>What is worth a word before it takes its time; what takes a moment is not.</summary>
    private static string? Announcement(Step step) => step switch
    {
        Step.AwaitCommand { What: PendingAction.Start } => "wait.Start",
        Step.AwaitCommand { What: PendingAction.BeginSwitch } => "wait.BeginSwitch",
        Step.AwaitCommand { What: PendingAction.SignIn } => "wait.SignIn",
        Step.AwaitCommand { What: PendingAction.StartTest } => "wait.StartTest",
        Step.AwaitKraken { Reason: WaitReason.DeviceRegistration } => "wait.DeviceRegistration",
        Step.AwaitKraken { Reason: WaitReason.GoingLive } => "wait.GoingLive",
        Step.AwaitKraken { Reason: WaitReason.Transition } => "wait.Transition",
        _ => null,
    };

    private static string? Explanation(Step step) => step switch
    {
        Step.NotEligible => "not-eligible",
        Step.NeedsPerson => "person.needed",
        Step.OtherDevice => "other-device.alone",
        _ => null,
    };
}

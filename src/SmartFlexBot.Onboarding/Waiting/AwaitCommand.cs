using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Waiting;

/// <summary>A command is under way.</summary>
internal sealed record AwaitCommand(PendingAction What) : Step
{
    public override string Key => $"AwaitCommand:{What}";

    public override string StatusKey => "status.next.Wait";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Tell(new Announcement(turn.Voice, What switch
    {
        PendingAction.Start => "wait.Start",
        PendingAction.BeginSwitch => "wait.BeginSwitch",
        PendingAction.SignIn => "wait.SignIn",
        PendingAction.StartTest => "wait.StartTest",
        PendingAction.Complete or PendingAction.Cancel or PendingAction.ReadTariff or PendingAction.AcceptTerms
            or PendingAction.ChangeControl => null,
    }));
}

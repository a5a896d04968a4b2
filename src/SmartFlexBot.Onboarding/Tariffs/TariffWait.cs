using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>The supplier is at work on the tariff, and nothing goes on before.</summary>
internal sealed record TariffWait(TariffOutcome Outcome, bool IsLive) : Step
{
    public override string Key => $"TariffWait:{Outcome}:{(IsLive ? "live" : "")}";

    public override string StatusKey => "status.next.Wait";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Tell(new TariffWaitNotice(turn.Voice, Outcome, IsLive));
}

/// <summary>Said once, and again to who writes.</summary>
internal sealed class TariffWaitNotice(Voice voice, TariffOutcome outcome, bool isLive) : INotice
{
    public Task TellAsync(bool spoken, bool told, CancellationToken cancellationToken) => spoken || !told
        ? voice.AskPlainlyAsync(TariffEnding.Words(voice, TariffVerdict.Of(outcome, isRequired: true, isLive)))
        : Task.CompletedTask;
}

using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>A change that needs no word of the customer's.</summary>
internal abstract record TariffAct(TariffChange Change, PendingAction What) : Step
{
    public override string StatusKey => "status.next.Wait";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => StepRun.Act.Now(() => new TariffChanges(turn.Commands, turn.Facts).Send(Change, What));
}

/// <summary>What the home pays and what is offered has to be read.</summary>
internal sealed record ReadTariff() : TariffAct(TariffChange.Read, PendingAction.ReadTariff);

internal sealed record BeginSwitch() : TariffAct(TariffChange.Begin, PendingAction.BeginSwitch);

internal sealed record AcceptTerms() : TariffAct(TariffChange.AcceptTerms, PendingAction.AcceptTerms);

using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Waiting;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>
/// Reads an offer, and switches to it once. Right before the switch the offer is read again: a price or terms that have changed since
/// the customer said yes are shown again instead.
/// </summary>
public sealed class TariffCommandHandler(ITariffJourney tariffs, MarketSettings market) : ICommandHandler
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>So often a busy Kraken is asked again before that becomes the answer.</summary>
    private const int BusyTries = 4;

    public string Kind => TariffCommand.CommandKind;

    public async Task<CommandOutcome> ExecuteAsync(Command command, CancellationToken cancellationToken)
    {
        var change = TariffCommand.Read(command.Payload);
        // What a change throws is not caught: then nobody knows whether Kraken took it, and the command is reconciled.
        var result = await ReadFirstAsync(change, cancellationToken) switch
        {
            (null, var offered) when change.Action == TariffChange.Begin =>
                await UnlessTakenAsync(change, await BeginAsync(change, offered!, cancellationToken), cancellationToken),
            (null, _) => await UnlessTakenAsync(
                change, await tariffs.AcceptTermsAsync(change.Scope, change.SwitchId!, change.Agreed!.TermsVersion, cancellationToken),
                cancellationToken),
            var (answer, _) => answer,
        };
        return result.Refused == TariffProblemKind.TryLater && command.Attempt < BusyTries
            ? new CommandOutcome.TryAgain(Pause * command.Attempt, "Kraken is busy")
            : new CommandOutcome.Completed(result.Write());
    }

    public async Task<Reconciliation> ReconcileAsync(Command command, CancellationToken cancellationToken)
    {
        var change = TariffCommand.Read(command.Payload);
        if (change.Action == TariffChange.Read)
        {
            return new Reconciliation.NotDone();
        }

        try
        {
            return await FindDoneAsync(change, cancellationToken) is { } done
                ? new Reconciliation.Done(new(new TariffCommandResult(Switch: done).Write()))
                : new Reconciliation.NotDone();
        }
        catch (TenantUnavailableException unavailable)
        {
            return new Reconciliation.LookAgain(Pause, unavailable.Message);
        }
    }

    /// <returns>What reading alone answers; or null, and the offer to switch to.</returns>
    private async Task<(TariffCommandResult? Answer, Tariff? Offered)> ReadFirstAsync(
        TariffCommand change, CancellationToken cancellationToken)
    {
        try
        {
            return change.Action switch
            {
                TariffChange.Read => (await ReadAsync(change, cancellationToken), null),
                TariffChange.Begin => await ReadAgainAsync(change, cancellationToken),
                _ => (null, null),
            };
        }
        catch (TenantUnavailableException)
        {
            return (new(Refused: TariffProblemKind.TryLater), null);
        }
    }

    private async Task<TariffCommandResult> ReadAsync(TariffCommand change, CancellationToken cancellationToken)
    {
        var reading = await tariffs.ReadOfferAsync(change.Scope, cancellationToken);
        // Begun elsewhere, in the supplier's app or by a person: it is taken up, not begun again.
        var begun = reading is { IsOnOffered: false, Offered: { } offered }
            ? await FindAsync(change, offered.ProductCode, cancellationToken)
            : null;
        return new(reading, begun);
    }

    private async Task<(TariffCommandResult? Answer, Tariff? Offered)> ReadAgainAsync(
        TariffCommand change, CancellationToken cancellationToken)
    {
        if (await FindAsync(change, change.Agreed!.ProductCode, cancellationToken) is { } begun)
        {
            return (new(Switch: begun), null);
        }

        var reading = await tariffs.ReadOfferAsync(change.Scope, cancellationToken);
        return reading is { IsOnOffered: false, Offered: { } offered } && IsAsAgreed(offered, reading.Now, change.Agreed.Fingerprint)
            ? (null, offered)
            : (new(reading), null);
    }

    private Task<TariffResult> BeginAsync(TariffCommand change, Tariff offered, CancellationToken cancellationToken) => tariffs.BeginAsync(
        change.Scope,
        new(offered.ProductCode, change.Agreed!.TermsVersion, offered.StartsOn, offered.QuoteId, change.HalfHourlyReadings),
        cancellationToken);

    /// <summary>A refusal may be the echo of our own request, sent twice on its way: what reading shows counts more.</summary>
    private async Task<TariffCommandResult> UnlessTakenAsync(
        TariffCommand change, TariffResult result, CancellationToken cancellationToken) =>
        result is TariffResult.Refused { Kind: not TariffProblemKind.TryLater }
            && await FindDoneAsync(change, cancellationToken) is { } done
            ? new(Switch: done)
            : TariffCommandResult.From(result);

    /// <summary>The switch, if it shows that the command was taken.</summary>
    private async Task<TariffSwitch?> FindDoneAsync(TariffCommand change, CancellationToken cancellationToken)
    {
        var begun = await FindAsync(change, change.Agreed!.ProductCode, cancellationToken);
        return change.Action == TariffChange.Begin || begun is not { State: TariffSwitchState.AwaitsTerms } ? begun : null;
    }

    /// <summary>A stopped switch after which the customer tries again is as good as none.</summary>
    private async Task<TariffSwitch?> FindAsync(TariffCommand change, string productCode, CancellationToken cancellationToken)
    {
        var found = await tariffs.FindSwitchAsync(change.Scope, productCode, cancellationToken);
        return found is { State: TariffSwitchState.Stopped } && found.Id == change.RetriedAfter ? null : found;
    }

    private bool IsAsAgreed(Tariff offered, Tariff? now, string fingerprint)
    {
        var zone = market.Zone;
        return TariffCheck.OfOffer(offered, zone) is null && OfferFingerprint.Of(offered, now, zone) == fingerprint;
    }
}

using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Desk;

/// <summary>Reads what a pack is made of: what was saved, and Kraken's side for as long as an agent waits for it.</summary>
internal sealed class PackReader(
    DeskRecords records, IRecordReader saved, IAccountDirectory accounts, IOnboardingWizard wizard, PackWriter writer, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<Pack?> ReadAsync(string handOverId, string locale, CancellationToken cancellationToken) =>
        await FindAsync(handOverId, cancellationToken) is { } facts
            ? writer.Write(await LookAsync(facts, cancellationToken), locale)
            : null;

    /// <returns>Without Kraken's side; null when there is no such hand-over.</returns>
    public async Task<PackFacts?> FindAsync(string handOverId, CancellationToken cancellationToken) =>
        await records.FindAsync(handOverId, cancellationToken) is { } handOver
            ? new(
                handOver, await JourneyAsync(handOver, cancellationToken), Devices: null, Wizard: null, IsUnread: false, time.GetUtcNow())
            : null;

    private async Task<Journey?> JourneyAsync(HandOver handOver, CancellationToken cancellationToken) =>
        handOver is { AccountNumber: { } account, PropertyId: { } home }
            && await saved.FindAsync(Journey.RecordKind, Journey.KeyOf(account, home), cancellationToken) is { } record
                ? LoadedJourney.Read(record)
                : null;

    private async Task<PackFacts> LookAsync(PackFacts facts, CancellationToken cancellationToken)
    {
        if (facts.Journey is not { } journey)
        {
            return facts;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var devices = await accounts.ReadDevicesAsync(journey.AccountNumber, either.Token);
            var view = journey.Wizard is { } token && await wizard.ReadAsync(journey.Scope, token, either.Token) is WizardResult.Ok ok
                ? ok.View
                : null;
            return facts with { Devices = devices, Wizard = view, ReadAt = time.GetUtcNow() };
        }
        catch (Exception exception) when (exception is TenantUnavailableException or AccountNotReadableException
            || exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return facts with { IsUnread = true, ReadAt = time.GetUtcNow() };
        }
    }
}

using System.Text.Json.Nodes;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Kraken.Tenant;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Wizard;

/// <summary>Reads wizards.</summary>
internal sealed class WizardReads(KrakenClient client, TenantSchema schema)
{
    public async Task<WizardResult> ReadAsync(WizardScope scope, WizardToken token, CancellationToken cancellationToken)
    {
        var variables = new JsonObject { ["accountNumber"] = scope.AccountNumber, ["wizardId"] = token.Value };
        switch (await RunAsync(KrakenOperations.ReadOnboarding, variables, cancellationToken))
        {
            case KrakenResult<OnboardingsAnswer>.Ok { Data: var data, Errors: var errors }:
                if (errors.FirstOrDefault(error => error.Root is "kept" or "all") is { } part)
                {
                    return Refused(part);
                }

                return WizardViews.From(token.Value, data.Kept, data.All, data.Devices) is { } view
                    ? new WizardResult.Ok(view)
                    : new WizardResult.Refused(WizardProblems.Of(WizardProblemKind.Gone));
            case KrakenResult<OnboardingsAnswer>.Failed failed:
                return Refused(failed.Error);
            case KrakenResult<OnboardingsAnswer>.Unavailable unavailable:
                throw new TenantUnavailableException($"The onboarding could not be read: {unavailable.Reason}.");
            default:
                return new WizardResult.Refused(WizardProblems.Of(WizardProblemKind.NotOffered));
        }
    }

    public async Task<WizardView?> FindResumableAsync(WizardScope scope, CancellationToken cancellationToken)
    {
        var variables = new JsonObject { ["accountNumber"] = scope.AccountNumber, ["propertyId"] = scope.PropertyId };
        return await RunAsync(KrakenOperations.FindResumableOnboarding, variables, cancellationToken) switch
        {
            KrakenResult<OnboardingsAnswer>.Ok ok =>
                ok.Data.Kept?.FirstOrDefault(wizard => wizard is { Id: not null, CurrentStep: not null }) is { } wizard
                    ? WizardViews.From(wizard)
                    : null,
            KrakenResult<OnboardingsAnswer>.Failed { Error: var error } when WizardProblems.Kind(error) == WizardProblemKind.NotOffered =>
                null,
            KrakenResult<OnboardingsAnswer>.Failed failed =>
                throw new TenantUnavailableException($"Resumable onboardings could not be read: {failed.Error.Code}."),
            KrakenResult<OnboardingsAnswer>.Unavailable unavailable =>
                throw new TenantUnavailableException($"Resumable onboardings could not be read: {unavailable.Reason}."),
            _ => null,
        };
    }

    /// <returns>Null when the tenant has no wizards at all.</returns>
    private async Task<KrakenResult<OnboardingsAnswer>?> RunAsync(
        KrakenDocument whole, JsonObject variables, CancellationToken cancellationToken) =>
        await schema.FitAsync(whole, cancellationToken) is { } document
            ? await client.RunAsync(document, variables, KrakenJson.Default.OnboardingsAnswer, cancellationToken)
            : null;

    private static WizardResult.Refused Refused(KrakenError error) => WizardProblems.Kind(error) == WizardProblemKind.TryLater
        ? throw new TenantUnavailableException($"The onboarding could not be read: {error.Code}.")
        : new(WizardProblems.From(error));
}

using System.Text.Json.Nodes;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Kraken.Tenant;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Wizard;

/// <summary>Mutations. What is certain comes back as a result; an unknown outcome is thrown.</summary>
internal sealed class WizardWrites(KrakenClient client, TenantSchema schema)
{
    /// <summary>One of the wizard's mutations: the next step is in its answer.</summary>
    /// <exception cref="KrakenOutcomeUnknownException">Nobody knows whether Kraken took it.</exception>
    public async Task<WizardResult> RunAsync(KrakenDocument whole, JsonObject input, CancellationToken cancellationToken)
    {
        if (await schema.FitAsync(whole, cancellationToken) is not { } document)
        {
            return new WizardResult.Refused(WizardProblems.Of(WizardProblemKind.NotOffered));
        }

        var result = await client.RunAsync(document, Variables(input), KrakenJson.Default.WizardAnswer, cancellationToken);
        return Certain(result, document.Name) is { } problem ? new WizardResult.Refused(problem)
            : result is KrakenResult<WizardAnswer>.Ok { Data.Result.Wizard: { Id: not null } wizard }
                ? new WizardResult.Ok(WizardViews.From(wizard))
            : throw new KrakenOutcomeUnknownException(document.Name, "its answer shows no wizard");
    }

    /// <returns>Null when the test was begun.</returns>
    /// <exception cref="KrakenOutcomeUnknownException">Nobody knows whether Kraken took it.</exception>
    public async Task<WizardProblem?> TriggerTestChargeAsync(WizardScope scope, CancellationToken cancellationToken)
    {
        var document = KrakenOperations.TriggerTestCharge;
        var variables = Variables(new() { ["accountNumber"] = scope.AccountNumber });
        return Certain(await client.RunAsync(document, variables, KrakenJson.Default.TestChargeAnswer, cancellationToken), document.Name);
    }

    /// <returns>Null when it was taken.</returns>
    public static WizardProblem? Certain<T>(KrakenResult<T> result, string operation) => result switch
    {
        KrakenResult<T>.Failed failed => WizardProblems.From(failed.Error),
        KrakenResult<T>.Unavailable { MayHaveBeenTaken: true } unknown =>
            throw new KrakenOutcomeUnknownException(operation, unknown.Reason),
        KrakenResult<T>.Unavailable => WizardProblems.Of(WizardProblemKind.TryLater),
        _ => null,
    };

    public static JsonObject Variables(JsonObject input) => new() { ["input"] = input };
}

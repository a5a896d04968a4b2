using System.Text.Json.Nodes;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Kraken.Tenant;
using SmartFlexBot.Kraken.Wizard;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Accounts;

/// <summary><c>updateDeviceSmartControl</c>.</summary>
internal sealed class KrakenSmartControl(KrakenClient client, TenantSchema schema) : ISmartControl
{
    public async Task<WizardProblem?> ChangeAsync(string deviceId, ControlAction action, CancellationToken cancellationToken)
    {
        if (await schema.FitAsync(KrakenOperations.UpdateDeviceSmartControl, cancellationToken) is not { } document)
        {
            return WizardProblems.Of(WizardProblemKind.NotOffered);
        }

        var input = new JsonObject { ["deviceId"] = deviceId, ["action"] = Word(action) };
        var result = await client.RunAsync(
            document, WizardWrites.Variables(input), KrakenJson.Default.SmartControlAnswer, cancellationToken);
        return WizardWrites.Certain(result, document.Name)
            ?? (result is KrakenResult<SmartControlAnswer>.Ok { Data.Result: null }
                ? throw new KrakenOutcomeUnknownException(document.Name, "its answer shows no device")
                : null);
    }

    private static string Word(ControlAction action) => action == ControlAction.Suspend ? "SUSPEND" : "UNSUSPEND";
}

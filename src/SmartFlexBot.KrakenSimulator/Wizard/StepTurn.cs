using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Wizard;

/// <summary>A mutation that concerns a step, with the wizard as it was found.</summary>
/// <param name="IsCurrent">False: the step was done before, and is answered anew.</param>
internal sealed record StepTurn(
    Account Account, OnboardingWizard Wizard, WizardStep Step, bool IsCurrent, IDictionary<string, object?> Input, DateTimeOffset Now);

internal static class StepTurns
{
    /// <summary>Answers the current step, or goes back to an earlier one with another choice.</summary>
    public static Account Answer(this WizardMoves moves, StepTurn turn, string? answer)
    {
        if (turn.IsCurrent)
        {
            return moves.Complete(turn.Account, turn.Wizard, answer, turn.Now);
        }

        return answer is null
            ? throw KrakenError.Of("KT-CT-4377")
            : moves.GoBack(turn.Account, turn.Wizard, turn.Step, answer, turn.Now);
    }

    /// <summary>Takes the values asked for: a JSON object in a text.</summary>
    public static Account CompleteUserInput(this WizardMoves moves, StepTurn turn)
    {
        if (!turn.IsCurrent)
        {
            throw KrakenError.Of("KT-CT-4377");
        }

        return ValueOf(turn.Input.Text("userInputs")) is { Length: > 0 }
            ? moves.Complete(turn.Account, turn.Wizard, null, turn.Now)
            : throw KrakenError.Of("KT-CT-4375");
    }

    /// <summary>
    /// Takes the final address. A denial asks for the sign-in once more; an address that does not belong to this step, or whose code is
    /// used up, changes nothing.
    /// </summary>
    public static Account CompleteAuthFlow(this WizardMoves moves, StepTurn turn)
    {
        if (!turn.IsCurrent)
        {
            throw KrakenError.Of("KT-CT-4377");
        }

        if (!Uri.TryCreate(turn.Input.Text("continuationUri"), UriKind.Absolute, out var address))
        {
            throw KrakenError.Of("KT-CT-4375");
        }

        var query = QueryHelpers.ParseQuery(address.Query);
        if (query.GetValueOrDefault("state") != turn.Step.SignInState)
        {
            throw KrakenError.Of("KT-CT-4375");
        }

        if (query.TryGetValue("error", out var error))
        {
            return moves.SignInAgain(turn.Account, turn.Wizard, error.ToString(), turn.Now);
        }

        var signIn = turn.Account.SignIns.Single(one => one.State == turn.Step.SignInState);
        if (signIn.Code is null || signIn.IsUsed || query.GetValueOrDefault("code") != signIn.Code)
        {
            throw KrakenError.Of("KT-CT-4375");
        }

        return moves.Complete(turn.Account.With(signIn with { IsUsed = true }), turn.Wizard, null, turn.Now);
    }

    private static string? ValueOf(string? userInputs)
    {
        try
        {
            return userInputs is null ? null : (string?)JsonNode.Parse(userInputs)?[UserInputView.Key];
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

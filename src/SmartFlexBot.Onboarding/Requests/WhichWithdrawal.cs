using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>Withdraw the permissions, or from the contract?</summary>
internal sealed record WhichWithdrawal : Step
{
    public override string StatusKey => "status.next.Question";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Ask(new WhichWithdrawalQuestion(
        turn.Voice, turn.Conversation, WithdrawRequest.Of(turn), ContractWithdrawal.Of(turn).TariffName));
}

internal sealed class WhichWithdrawalQuestion(Voice voice, Conversation conversation, WithdrawRequest consents, string tariff) : IQuestion
{
    private const string Consents = "consents", Contract = "contract", Neither = "neither";

    public string Id => "which-withdrawal";

    private IReadOnlyList<Choosable> Choices =>
        [.. new[] { Consents, Contract, Neither }.Select(choice => new Choosable(choice, voice.Text($"withdraw.which.{choice}")))];

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return voice.AskAsync("option.retry");
        }

        var title = voice.Text("withdraw.which", ("tariff", tariff));
        return voice.ShowAsync("choices", title, new JsonObject
        {
            ["title"] = title,
            ["text"] = voice.Text("option.text"),
            ["options"] = Choosable.Options(Choices),
        });
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (Choosable.Chosen(reply, Choices) is not { Id: var chosen })
        {
            return false;
        }

        conversation.Remember(memory => memory with
        {
            Question = chosen == Contract ? new PendingQuestion(QuestionKind.WithdrawContract) : null,
        });
        if (chosen == Consents)
        {
            await consents.WithdrawAsync(reply.IsCard ? voice.Text("withdraw.which.consents") : reply.Text);
        }
        else if (chosen == Neither)
        {
            await voice.SayAsync("command.kept");
        }

        return true;
    }
}

using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>Is this your statement that you withdraw from the contract?</summary>
internal sealed record ConfirmWithdrawal : Step
{
    public override string StatusKey => "status.next.Question";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => turn.Facts.Journey.Tariff.HasContract
        ? new StepRun.Ask(new ConfirmWithdrawalQuestion(turn.Voice, turn.Conversation, ContractWithdrawal.Of(turn)))
        : StepRun.Act.Now(() => turn.Conversation.Remember(memory => memory with { Question = null }));
}

/// <summary>The statement with its confirmation, as the directive wants it: two steps, and the second one says what it does.</summary>
internal sealed class ConfirmWithdrawalQuestion(Voice voice, Conversation conversation, ContractWithdrawal withdrawal) : IQuestion
{
    public string Id => "confirm-withdrawal";

    public Task AskAsync(bool again, CancellationToken cancellationToken) => again
        ? voice.AskAsync("withdraw.contract.retry", ("tariff", withdrawal.TariffName))
        : voice.ShowAsync("confirm", voice.Text("withdraw.contract", ("statement", withdrawal.Statement)), new JsonObject
        {
            ["text"] = voice.Text("withdraw.contract", ("statement", MarkdownText.Escape(withdrawal.Statement))),
            ["yes"] = voice.Text("withdraw.contract.yes"),
            ["no"] = voice.Text("withdraw.contract.no"),
            ["hasLater"] = false,
            ["later"] = "",
        });

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        var answer = ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Check);
        var isYes = reply.IsCard ? reply.Do == "yes" : answer.IsExplicitYes || voice.IsCaption("withdraw.contract.yes", reply.Text);
        if (!isYes && !reply.IsCard && answer.Label != ConsentLabel.No && !voice.IsCaption("withdraw.contract.no", reply.Text))
        {
            return false;
        }

        conversation.Remember(memory => memory with { Question = null });
        await (isYes
            ? withdrawal.TakeAsync(reply.IsCard ? voice.Text("withdraw.contract.yes") : reply.Text)
            : voice.SayAsync("command.kept"));
        return true;
    }
}

using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>
/// Out of the contract of a tariff: a statement to confirm. Who says it again has confirmed it. A switch that was begun elsewhere is for
/// a person; where there is none, it means to stop here.
/// </summary>
internal sealed class WithdrawContractRequest(
    Voice voice, Conversation conversation, JourneyFacts facts, ContractWithdrawal withdrawal, IRequest otherwise) : IRequest
{
    public bool IsForAnybody => false;

    public bool IsAboutJourney => true;

    public async Task<RequestEffect> AnswerAsync(Request request, string words)
    {
        if (!facts.Journey.Tariff.HasContract)
        {
            return await otherwise.AnswerAsync(request, words);
        }

        if (withdrawal is { IsOver: true, LastDay: { } day })
        {
            await voice.SayAsync("withdraw.over", ("tariff", withdrawal.TariffName), ("date", voice.Day(day)));
            return RequestEffect.Done;
        }

        var isAsked = conversation.Memory.Question is { Kind: QuestionKind.WithdrawContract };
        conversation.Remember(memory => memory with { Question = isAsked ? null : new PendingQuestion(QuestionKind.WithdrawContract) });
        if (isAsked)
        {
            await withdrawal.TakeAsync(words);
        }

        return RequestEffect.AskAgain;
    }
}

using SmartFlexBot.BotFramework;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Flow;

namespace SmartFlexBot.Web.Onboarding;

/// <summary>The bot, each turn of which has one time for all that it reads of Kraken, at its customer's cost.</summary>
internal sealed class BudgetedBot(OnboardingBot bot, ReadBudget reads) : IBot
{
    // Awaited here, so that the budget ends with the turn.
    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        reads.BeginTurn(turnContext.Origin.AccountNumber ?? turnContext.Conversation.ToString());
        await bot.OnTurnAsync(turnContext, cancellationToken);
    }
}

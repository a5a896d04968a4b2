using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>
/// The conversation from "hello" to LIVE. A turn takes up what came in as facts, reads what Kraken shows, decides the next step and
/// runs it; see ARCHITECTURE.md, "One turn".
/// </summary>
public sealed class OnboardingBot(OnboardingServices services) : IBot
{
    /// <summary>A turn that cannot read Kraken is left to the runtime to run again so often before the customer is told.</summary>
    private const int QuietTries = 2;

    // Who has waited so long is told at once.
    private static readonly TimeSpan QuietTime = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan UnavailablePause = TimeSpan.FromSeconds(20);

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (!IsForUs(turnContext.Activity))
        {
            return;
        }

        var begun = services.Clock.GetTimestamp();
        var turn = new JourneyTurn(turnContext, services, ConversationMemory.Of(turnContext.State));
        try
        {
            if (turnContext.Origin.AccountNumber is null)
            {
                await SignedOut.AnswerAsync(turn);
            }
            else
            {
                await new ConversationTurn(turn).RunAsync(cancellationToken);
            }
        }
        catch (TenantUnavailableException) when (turnContext.Attempt >= QuietTries || services.Clock.GetElapsedTime(begun) >= QuietTime)
        {
            if (turnContext.Activity.Type == ActivityTypes.Message)
            {
                await turn.SayAsync("tenant.unavailable");
            }

            turn.Remind("try-again", UnavailablePause, OnboardingEvents.Event(OnboardingEvents.TryAgain));
        }
        catch (AccountNotReadableException)
        {
            await turn.SayAsync("account.unreadable");
        }

        turn.Save();
    }

    /// <summary>Unknown activity types and events are no business of a bot (rules A2014, A5002).</summary>
    private static bool IsForUs(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message or ActivityTypes.Event => true,
        ActivityTypes.ConversationUpdate => activity.MembersAdded is { Count: > 0 },
        _ => false,
    };
}

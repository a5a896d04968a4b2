using SmartFlexBot.BotFramework;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.TestCharge;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>Reads what Kraken shows and runs the steps that follow from it.</summary>
/// <param name="homes">Why the account's homes could not be read in this turn; null when they could.</param>
internal sealed class GoingOn(ITurnContext context, Turn turn, INextStep next, TenantUnavailableException? homes)
{
    /// <summary>Says hello to who was not greeted yet.</summary>
    public async Task GreetAsync(CancellationToken cancellationToken)
    {
        if (homes is not null)
        {
            throw new TenantUnavailableException(homes.Message, homes);
        }

        await turn.Tenant.ReadOnceAsync(cancellationToken);
        await new Greeting(turn, context.Origin.UserName).SayAsync(next);
    }

    public async Task RunAsync(Heard heard, CancellationToken cancellationToken)
    {
        await GreetAsync(cancellationToken);
        await new StepLoop(context, turn, next, heard).RunAsync(cancellationToken);
        if (!turn.Facts.IsKnown)
        {
            return;
        }

        if (next.Step is not TestRunning)
        {
            TestProgress.Of(turn).Forget();
        }

        // Nobody waits for it any more, as when a second browser came back.
        if (turn.Facts.Journey.Pending is null)
        {
            turn.Facts.Update(journey => journey with { SignInAddress = null });
        }
    }
}

using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Flow;

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

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (!IsForUs(turnContext.Activity))
        {
            return;
        }

        var begun = services.Clock.GetTimestamp();
        var turn = new Turn(turnContext, services);
        await turn.ReadDeskAsync(cancellationToken);
        if (turnContext.Activity.Conversation?.IsOfSeveral() == true)
        {
            await turn.Voice.SayAsync("group");
            return;
        }

        var elsewhere = new PersonElsewhere(turnContext, turn);
        var unread = new TenantUnread(turn, turnContext.Origin.UserName);
        try
        {
            await (PersonTurn.Takes(turn, turnContext.Activity.Value as JsonObject)
                ? new PersonTurn(turnContext, turn).RunAsync(cancellationToken)
                : elsewhere.Takes
                    ? elsewhere.RunAsync(cancellationToken)
                    : new ConversationTurn(turnContext, turn).RunAsync(cancellationToken));
        }
        catch (TenantUnavailableException) when (
            unread.IsToldAtOnce || turnContext.Attempt >= QuietTries || services.Clock.GetElapsedTime(begun) >= QuietTime)
        {
            await unread.TellAsync();
        }
        catch (AccountNotReadableException)
        {
            await turn.Voice.SayAsync("account.unreadable");
        }

        JoinedConversations.Of(turn).TellEnd();
        await HubTalk.Of(turn).FollowAsync(cancellationToken);
        turn.HandOvers.Save();
        turn.Facts.Save();
        turn.Conversation.Save();
    }

    /// <summary>Unknown activity types and events are no business of a bot (rules A2014, A5002).</summary>
    private static bool IsForUs(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message or ActivityTypes.Event => true,
        ActivityTypes.ConversationUpdate => activity.MembersAdded is { Count: > 0 },
        _ => false,
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Languages;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>A turn of a chat that is a person's, or about who has it. Where the chat is the bot's again, the bot goes on at once.</summary>
internal sealed class PersonTurn(ITurnContext context, Turn turn)
{
    private JsonObject? Value => context.Activity.Value as JsonObject;

    /// <param name="value">Of what has happened.</param>
    public static bool Takes(Turn turn, JsonObject? value) =>
        turn.HandOvers.Open is not null || turn.Conversation.EventName switch
        {
            DeskEvents.Act or DeskEvents.Looked or DeskEvents.Timer or DeskEvents.Hub or DeskEvents.HubCalls or Handoff.StatusName => true,
            ElsewhereEvents.Said or ElsewhereEvents.Left => true,
            CommandResult.EventName => HubTalk.ResultIn(value) is not null,
            _ => false,
        };

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (turn is { Origin.AccountNumber: not null, Conversation.Memory.PropertyId: { } home })
        {
            await turn.Facts.LoadAsync(home, cancellationToken);
        }

        await TakeAsync(cancellationToken);
        if (turn.HandOvers.Ended is { } ended)
        {
            await new ConversationTurn(context, turn).ResumeAsync(ended, cancellationToken);
        }
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        switch (turn.Conversation.EventName)
        {
            case DeskEvents.Act when Read(DeskJson.Default.DeskRequest) is { } request:
                await DeskActs.Of(turn).TakeAsync(request, Beside.FilesIn(context), cancellationToken);
                break;
            case DeskEvents.Looked when Read(DeskJson.Default.DeskLookRequest) is { } look:
                await turn.HandOvers.AddLookAsync(look, cancellationToken);
                break;
            case DeskEvents.Timer when Read(DeskJson.Default.HandOverTimer) is { } timer:
                await TimesUp.Of(turn).TakeAsync(timer);
                break;
            case DeskEvents.Hub when Read(DeskJson.Default.HubStatus) is { } status:
                await TimesUp.Of(turn).TakeAsync(status);
                break;
            case DeskEvents.HubCalls when Read(HubJson.Default.HubCall) is { } call:
                await HubTalk.Of(turn).HearAsync(call, cancellationToken);
                break;
            case Handoff.StatusName:
                await HubTalk.Of(turn).TakeStatusAsync(Value, cancellationToken);
                break;
            case ElsewhereEvents.Said or ElsewhereEvents.Left when Read(DeskJson.Default.SaidElsewhere) is { } said:
                await HearElsewhereAsync(said);
                break;
            case CommandResult.EventName when HubTalk.ResultIn(Value) is { } result:
                await HubTalk.Of(turn).TakeAsync(result, cancellationToken);
                break;
            case LanguageChange.Chosen:
                new LanguageChange(turn.Voice, turn.Conversation).Take(Value);
                turn.HandOvers.Update(open => open with { Locale = turn.Voice.Locale });
                break;
            case { } name:
                await WhileAway.Of(turn).TakeAsync(name, Value, Beside.AddressIn(context), cancellationToken);
                break;
            case null when turn.Conversation.IsHeard:
                await HearAsync(cancellationToken);
                break;
        }
    }

    /// <summary>What was pasted is the address of a sign-in, and no word to anybody.</summary>
    private Task HearAsync(CancellationToken cancellationToken) => Beside.AddressIn(context) is { } address
        ? WhileAway.Of(turn).TakeAsync(OnboardingEvents.SignInReturned, Value, address, cancellationToken)
        : WaitingCustomer.Of(turn).HearAsync(Reply.Of(context.Activity), Beside.FilesIn(context));

    private Task HearElsewhereAsync(SaidElsewhere said)
    {
        var joined = JoinedConversations.Of(turn);
        if (turn.HandOvers.Open is not { } open || open.Id != said.HandOverId)
        {
            joined.TellThatOver(said);
            return Task.CompletedTask;
        }

        var customer = WaitingCustomer.Of(turn);
        if (turn.Conversation.EventName == ElsewhereEvents.Left)
        {
            joined.Take(said);
            return open.State == HandOverState.Active ? Task.CompletedTask : customer.LeaveAsync();
        }

        customer.HearElsewhere(said.Text);
        return joined.HearAsync(said);
    }

    private T? Read<T>(JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return Value?.Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

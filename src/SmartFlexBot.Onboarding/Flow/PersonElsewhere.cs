using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Languages;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>
/// A turn of a chat whose customer has a person in another chat of theirs. They expect the same person, and one chat: what they write is
/// passed on, what the person says comes here too, and the bot goes on neither there nor here. What happens by itself waits until it may.
/// </summary>
internal sealed class PersonElsewhere(ITurnContext context, Turn turn)
{
    /// <summary>How often it is looked whether what has happened may be taken up.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    private HandOver? Open => turn.Desk?.Elsewhere(turn.Origin.AccountNumber, turn.Conversation.Key);

    private JsonObject? Value => context.Activity.Value as JsonObject;

    public bool Takes => turn.Conversation.EventName is ElsewhereEvents.Answered or ElsewhereEvents.Over || Open is not null;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        switch (turn.Conversation.EventName)
        {
            case ElsewhereEvents.Answered when Said is { } said:
                await turn.Voice.PassOnAsync(said.Name, said.File is { } file
                    ? turn.Voice.Text("handover.elsewhere.file", ("file", file))
                    : said.Text, said.Act);
                break;
            case ElsewhereEvents.Over when Said is { } said:
                await GoOnAsync(said, cancellationToken);
                break;
            case LanguageChange.Chosen:
                new LanguageChange(turn.Voice, turn.Conversation).Take(Value);
                break;
            case OnboardingEvents.SignInReturned:
                await SignedInAsync(cancellationToken);
                break;
            case { } name:
                Postpone(name);
                break;
            case null when turn.Conversation.IsHeard && Beside.AddressIn(context) is not null:
                await SignedInAsync(cancellationToken);
                break;
            case null when turn.Conversation.IsHeard:
                await HearAsync(Reply.Of(context.Activity));
                break;
            default:
                await TellAsync();
                break;
        }
    }

    private PersonSaid? Said => Value?.Deserialize(DeskJson.Default.PersonSaid);

    private async Task HearAsync(Reply reply)
    {
        var asked = reply.IsCard || reply.Text.Length > Reply.MaximumLength ? null : RequestRecogniser.Recognise(reply.Text);
        var isWaiting = Open!.State != HandOverState.Active;
        if (isWaiting && (asked is { Kind: RequestKind.Cancel or RequestKind.Back } || IsCarryOn(reply)))
        {
            Pass(ElsewhereEvents.Left, "");
            return;
        }

        // Nobody is there yet who could.
        if (isWaiting && asked is { IsUrgent: true } && HandOverReasons.Of(asked.Kind) is not null)
        {
            await turn.Voice.SayOfHandOverAsync(
                turn.Voice.Text(new EmergencyTexts(turn.Market.Emergency).KeyOf(asked.Kind)));
        }

        if (context.Activity.Attachments is { Count: > 0 })
        {
            await turn.Voice.SayOfHandOverAsync(turn.Voice.Text("file"));
        }

        if (reply.Text.Length > 0)
        {
            Pass(ElsewhereEvents.Said, reply.Text);
        }

        await TellAsync();
    }

    private bool IsCarryOn(Reply reply) => !reply.IsCard
        && (turn.Voice.IsCaption("handover.carry-on", reply.Text) || turn.Voice.IsCaption("words.go-on", reply.Text));

    /// <summary>Once.</summary>
    private Task TellAsync() => !turn.HandOvers.Join(Open!.Id)
        ? Task.CompletedTask
        : Open.State == HandOverState.Active
            ? turn.Voice.SayOfHandOverAsync(turn.Voice.Text("handover.elsewhere", ("name", Open.Owner!.Name)))
            : turn.Voice.SayOfHandOverAsync(turn.Voice.Text("handover.elsewhere.waiting"), turn.Voice.Text("handover.carry-on"));

    private void Pass(string name, string text)
    {
        var said = new SaidElsewhere(Open!.Id, turn.Conversation.Key, text);
        turn.Others.Tell(Open.Conversation, ElsewhereEvents.Event(name, said), $"elsewhere/{turn.Others.Cause}");
    }

    /// <summary>The bot says so where it is, and how it stands.</summary>
    private async Task GoOnAsync(PersonSaid said, CancellationToken cancellationToken)
    {
        await (said.Name.Length > 0 ? turn.Voice.SayAsync("handover.back", ("name", said.Name)) : turn.Voice.SayAsync("handover.left"));
        TakingUp.Forget(turn.Conversation);
        if (Open is null)
        {
            await new ConversationTurn(context, turn).RunAsync(cancellationToken);
        }
    }

    /// <summary>A sign-in is a fact at once: its address is good for minutes.</summary>
    private async Task SignedInAsync(CancellationToken cancellationToken)
    {
        if (Beside.AddressIn(context) is { } address && turn.Conversation.Memory.PropertyId is { } home)
        {
            await turn.Facts.LoadAsync(home, cancellationToken);
            if (await turn.Links.EndAsync(Value.Word("ticket"), TicketEnd.Used, cancellationToken))
            {
                turn.Facts.Update(journey => journey with { SignInAddress = address });
            }
        }
    }

    /// <summary>Whoever has the chat is told what Kraken shows, and the bot takes it up when it has the chat again.</summary>
    private void Postpone(string name)
    {
        turn.Reminders.Remind($"later-{turn.Others.Cause}", Later, OnboardingEvents.Event(name, Value?.DeepClone().AsObject()));
        if (name == WatchEvents.Changed)
        {
            turn.Others.Tell(
                Open!.Conversation, OnboardingEvents.Event(name, Value?.DeepClone().AsObject()), $"elsewhere/{turn.Others.Cause}");
        }
    }
}

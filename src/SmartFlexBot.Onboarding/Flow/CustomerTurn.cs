using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.Onboarding.Languages;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Requests;
using SmartFlexBot.Onboarding.Silence;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.VirtualKey;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>The customer wrote or pressed something: a request, the answer to what is asked, or neither.</summary>
internal sealed class CustomerTurn(
    ITurnContext context, Turn turn, SpokenRequests requests, CustomersQuestion question, GoingOn goingOn)
{
    private bool IsSignIn => Beside.AddressIn(context) is not null;

    public Task HearAsync(CancellationToken cancellationToken)
    {
        turn.Conversation.Remember(memory => memory with { IsOnPhone = IsOnPhone });
        return HearAsync(Reply.Of(context.Activity), cancellationToken);
    }

    /// <summary>
    /// What could not be used because Kraken could not be read is kept; what is said aside meanwhile changes nothing of it.
    /// </summary>
    public async Task HearAsync(Reply reply, CancellationToken cancellationToken)
    {
        var unheard = new Unheard(turn.Conversation);
        var earlier = NoAnswer(reply) is null && !requests.IsAside(reply) ? unheard.Take() : null;
        var heard = new Heard(reply);
        try
        {
            await AnswerAsync(reply, heard, cancellationToken);
        }
        catch (TenantUnavailableException) when (!heard.IsUsed && !IsSignIn)
        {
            unheard.Keep(reply, earlier);
            throw;
        }
    }

    private async Task AnswerAsync(Reply reply, Heard heard, CancellationToken cancellationToken)
    {
        if (turn.Facts.IsKnown)
        {
            await CustomerSilence.Of(turn).BreakAsync();
            new OnboardingChanges(turn.Commands, turn.Facts).LeaveAgain();
        }

        if (IsSignIn)
        {
            await turn.Voice.SayAsync("signin.received");
            await goingOn.RunAsync(Heard.Nothing, cancellationToken);
            return;
        }

        if (NoAnswer(reply) is { } why)
        {
            await turn.Voice.SayAsync(why);
            return;
        }

        await new LanguageAside(turn.Voice, turn.Conversation).HearAsync(reply);
        switch (IsCarryOn(reply) ? RequestEffect.AskAgain : await requests.AnswerAsync(reply, cancellationToken))
        {
            case RequestEffect.Done:
                return;
            case RequestEffect.AskAgain:
                heard.MarkUsed();
                turn.Conversation.Remember(memory => memory with { IsOpen = false, Told = null });
                break;
            case RequestEffect.NoRequest when IsStale(reply):
                // Who has added the key is believed, whenever they say so.
                await turn.Voice.SayAsync(reply.Do == AddVirtualKeyQuestion.Added ? "key.noted" : "card.answered");
                heard.MarkUsed();
                turn.Conversation.Remember(memory => memory with { IsOpen = false, Told = null, Later = null });
                break;
            case RequestEffect.NoRequest when await StandingCall.Of(turn).TakeNumberAsync(reply, cancellationToken):
                return;
            case RequestEffect.NoRequest:
                if (await question.TakeAsync(reply, heard, cancellationToken) is not { } left)
                {
                    return;
                }

                heard = left;
                break;
        }

        await goingOn.RunAsync(heard, cancellationToken);
    }

    /// <summary>The button of a hand-over that is over: no answer to what was asked since.</summary>
    private bool IsCarryOn(Reply reply) => !reply.IsCard && turn.Voice.IsCaption("handover.carry-on", reply.Text);

    private bool IsStale(Reply reply) => reply.IsCard && (reply.CardToken is null || reply.CardToken != turn.Conversation.Memory.CardToken);

    private bool IsOnPhone => (context.Activity.ChannelData as JsonObject).Word("formFactor") == "phone";

    /// <returns>The text that says why the message cannot be an answer to anything; null when it can.</returns>
    private string? NoAnswer(Reply reply) => reply switch
    {
        { IsCard: true } => null,
        { Text.Length: > Reply.MaximumLength } => "too-long",
        { Text.Length: 0 } when context.Activity.Attachments is { Count: > 0 } => "file",
        _ => null,
    };
}

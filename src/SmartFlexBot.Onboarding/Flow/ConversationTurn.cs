using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Accounts;
using SmartFlexBot.Onboarding.Answers;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Homes;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Requests;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>One turn of a conversation: which home it is about, then the customer's words, or what has happened.</summary>
internal sealed class ConversationTurn(ITurnContext context, Turn turn)
{
    private readonly WhatNext _next = new(turn.Conversation, turn.Facts, turn.Tenant, turn.Market);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (SpokenLanguage.Offered(context.Activity.Locale, turn.Market) is { } language)
        {
            turn.Conversation.Remember(memory => memory with { ClientLocale = language });
        }

        var requests = new SpokenRequests(turn, _next);
        if (context.Origin.AccountNumber is not { } account)
        {
            await SignedOut(requests).AnswerAsync(cancellationToken);
            return;
        }

        if (turn.Conversation.EventName == OnboardingEvents.AccountProved || !Reminders.IsMeantFor(turn.Conversation.Memory, Value))
        {
            return;
        }

        if (turn.Conversation.Memory.PropertyId is null && await requests.SignOutAsync(Reply.Of(context.Activity)))
        {
            return;
        }

        // Who comes back from the maker's page has answered "shall I stop here?" as well.
        if (Beside.AddressIn(context) is not null)
        {
            turn.Conversation.Remember(memory => memory with { Question = null });
        }

        var homes = await FindHomeAsync(account, cancellationToken);
        if (turn.Conversation.IsHeard && AccountSigningOut.Of(turn) is { IsDue: true } signingOut)
        {
            await signingOut.SignOutAsync("account.over");
            await SignedOut(requests).AnswerAsync(cancellationToken);
            return;
        }

        if (turn.Facts.IsKnown && IsOfAnother(turn.Facts.Journey.Key))
        {
            return;
        }

        if (turn.Facts.IsKnown)
        {
            turn.Conversation.Remember(memory => memory with { AccountLocale = turn.Facts.Journey.Locale ?? memory.AccountLocale });
            await turn.Windows.EnlistAsync(cancellationToken);
            if (Beside.AddressIn(context) is { } address && await turn.Links.EndAsync(Ticket, TicketEnd.Used, cancellationToken))
            {
                turn.Facts.Update(journey => journey with { SignInAddress = address });
            }
        }

        var goingOn = new GoingOn(context, turn, _next, homes);
        var customer = new CustomerTurn(context, turn, requests, new CustomersQuestion(turn, _next, goingOn), goingOn);
        await (turn.Conversation.IsHeard
            ? customer.HearAsync(cancellationToken)
            : new EventTurn(turn, _next, customer, goingOn).TakeAsync(Value, cancellationToken));
    }

    /// <summary>A hand-over has ended in this turn: the bot reads what Kraken shows now, and goes on from there.</summary>
    public async Task ResumeAsync(HandOver ended, CancellationToken cancellationToken)
    {
        var takingUp = new TakingUp(turn, ended);
        TakingUp.Forget(turn.Conversation);
        // Who has gone is told nothing more before they write again.
        var isGone = ended.State == HandOverState.Abandoned && !turn.Conversation.IsHeard;
        if (isGone || context.Origin.AccountNumber is not { } account)
        {
            return;
        }

        try
        {
            var homes = await FindHomeAsync(account, cancellationToken);
            if (turn.Facts.IsKnown)
            {
                await takingUp.TakeAsync(cancellationToken);
            }

            await new GoingOn(context, turn, _next, homes).RunAsync(Heard.Nothing, cancellationToken);
        }
        catch (TenantUnavailableException)
        {
            new TryAgain(turn.Voice, turn.Conversation, turn.Reminders).Later();
        }
    }

    private JsonObject? Value => context.Activity.Value as JsonObject;

    /// <summary>The ticket that the browser came back with; null for a pasted address.</summary>
    private string? Ticket => Value.Word("ticket");

    private SignedOut SignedOut(SpokenRequests requests) => new(
        context, turn.Conversation, turn.Voice, requests, AnswerDesk.Of(turn), AccountSigningIn.Of(context, turn), turn.Market.SignInPage);

    /// <summary>It was seen for an account that the conversation has acted for before.</summary>
    private bool IsOfAnother(string journeyKey) => turn.Conversation.Memory.AccountChanges > 0
        && turn.Conversation.EventName is WatchEvents.Changed or WatchEvents.Expired
        && Value.Word("key") is { } key && key != journeyKey;

    /// <summary>What can be answered without the home is answered though it cannot be read.</summary>
    /// <returns>Why the homes could not be read; null when they could, or need not be.</returns>
    private async Task<TenantUnavailableException?> FindHomeAsync(string account, CancellationToken cancellationToken)
    {
        if (turn.Conversation.Memory.PropertyId is { } known)
        {
            if (!turn.Facts.IsKnown)
            {
                await turn.Facts.LoadAsync(known, cancellationToken);
            }

            return null;
        }

        try
        {
            _next.Homes = await turn.Tenant.ReadHomesAsync(account, cancellationToken);
        }
        catch (TenantUnavailableException unread)
        {
            return unread;
        }

        if (_next.Homes is [var only])
        {
            await new HomeFacts(turn.Facts, turn.Conversation).TakeAsync(only, cancellationToken);
        }

        return null;
    }
}

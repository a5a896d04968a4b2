using SmartFlexBot.Onboarding.Homes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Languages;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Requests;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>What comes next in this turn, from the facts and the view of the tenant as they stand.</summary>
internal sealed class WhatNext(Conversation conversation, JourneyFacts facts, Tenant tenant, MarketSettings market) : INextStep
{
    /// <summary>The homes to choose from, while it is not known which one this is about.</summary>
    public IReadOnlyList<AccountProperty> Homes { get; set; } = [];

    public Step Step => conversation.Memory.Question is { } question ? OfConversation(question)
        : facts.IsKnown ? OfJourney
        : Homes is [] ? new NoHome()
        : new ChooseHome(Homes);

    public Step OfJourney => NextStep.Of(facts.Journey, tenant.View, market);

    private Step OfConversation(PendingQuestion question) => question.Kind switch
    {
        QuestionKind.Cancel => new ConfirmStop(),
        QuestionKind.StartOver => new ConfirmStartOver(),
        QuestionKind.WithdrawContract => new ConfirmWithdrawal(),
        QuestionKind.WithdrawWhich => new WhichWithdrawal(),
        QuestionKind.CallBack => new CallBack(),
        QuestionKind.Pause => new ConfirmPause(facts.IsKnown ? tenant.Device : null),
        QuestionKind.Language => new ConfirmLanguage(question.Argument!),
    };
}

using SmartFlexBot.Onboarding.Accounts;
using SmartFlexBot.Onboarding.Languages;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>What a customer may ask for at any time. A kind of request without its row does not compile.</summary>
internal sealed class SpokenRequests(Turn turn, INextStep next)
{
    private readonly OnboardingChanges _changes = new(turn.Commands, turn.Facts);
    private readonly Place _place = new(turn.Facts, turn.Tenant);

    /// <summary>It is a request, and not about the journey: what else was said stays as it is.</summary>
    public bool IsAside(Reply reply) =>
        !reply.IsCard && RequestRecogniser.Recognise(reply.Text) is { } asked && !Of(asked.Kind).IsAboutJourney;

    public async Task<RequestEffect> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (reply.IsCard || RequestRecogniser.Recognise(reply.Text) is not { } asked)
        {
            return RequestEffect.NoRequest;
        }

        var request = Of(asked.Kind);
        if (!request.IsAboutJourney)
        {
            return await request.AnswerAsync(asked, reply.Text);
        }

        if (!turn.Facts.IsKnown)
        {
            return RequestEffect.NoRequest;
        }

        await turn.Tenant.ReadOnceAsync(cancellationToken);
        return await request.AnswerAsync(asked, reply.Text);
    }

    /// <summary>What is answered to who is not signed in.</summary>
    /// <returns>False when it was nothing of that kind.</returns>
    public async Task<bool> AnswerAnybodyAsync(string words)
    {
        if (RequestRecogniser.Recognise(words) is not { } asked || Of(asked.Kind) is not { IsForAnybody: true } request)
        {
            return false;
        }

        await request.AnswerAsync(asked, words);
        return true;
    }

    /// <summary>Who has signed in to an account that cannot be read gets out of it.</summary>
    /// <returns>False when they asked for nothing of that kind.</returns>
    public async Task<bool> SignOutAsync(Reply reply)
    {
        if (reply.IsCard || RequestRecogniser.Recognise(reply.Text) is not { Kind: RequestKind.SignOut } asked)
        {
            return false;
        }

        await Of(asked.Kind).AnswerAsync(asked, reply.Text);
        return true;
    }

    private IRequest Of(RequestKind kind) => kind switch
    {
        RequestKind.SmellOfBurning or RequestKind.SmellOfGas or RequestKind.ElectricShock or RequestKind.NoPower
            or RequestKind.Vulnerable => new UrgentRequest(
                turn.Voice, PersonCall.Of(turn), HandOverReasons.Of(kind)!.Value, new EmergencyTexts(turn.Market.Emergency).KeyOf(kind)),
        RequestKind.Human => Person(kind, "person"),
        RequestKind.Complaint => Person(kind, "complaint"),
        RequestKind.Frustration or RequestKind.Anger => Person(kind, "frustration"),
        RequestKind.Help => new SaidRequest(turn.Voice, "help", RequestEffect.AskAgain),
        RequestKind.Privacy => new SaidRequest(turn.Voice, "privacy", RequestEffect.AskAgain),
        RequestKind.Language => new LanguageRequest(new LanguageChange(turn.Voice, turn.Conversation)),
        RequestKind.SignOut => new SignOutRequest(turn.Voice, AccountSigningOut.Of(turn)),
        RequestKind.Status => new StatusRequest(turn.Voice, turn.Facts, new Promises(turn.Facts, turn.Voice), next),
        RequestKind.Back => new BackRequest(turn.Voice, turn.Facts, _changes),
        RequestKind.Change => new ChangeRequest(turn.Voice, turn.Conversation, turn.Facts, _changes, _place),
        RequestKind.StartOver => AskFirst(
            QuestionKind.StartOver, () => _place.IsRegistered ? ("change.registered", RequestEffect.AskAgain) : null),
        RequestKind.Cancel => AskFirst(QuestionKind.Cancel, () => _place.IsLive ? ("cancel.live", RequestEffect.Done) : null),
        RequestKind.Pause => new PauseRequest(
            turn.Voice, turn.Conversation, turn.Facts, turn.Tenant, ControlChanges.Of(turn), AskFirst(QuestionKind.Cancel, () => null)),
        RequestKind.Resume => new ResumeRequest(turn.Voice, turn.Facts, turn.Tenant, ControlChanges.Of(turn)),
        RequestKind.CoolingOff => WithdrawContract,
        RequestKind.WithdrawConsent => WithdrawRequest.Of(turn),
        RequestKind.Withdraw => new WithdrawSomethingRequest(turn.Conversation, turn.Facts, WithdrawRequest.Of(turn), WithdrawContract),
    };

    private WithdrawContractRequest WithdrawContract => new(
        turn.Voice, turn.Conversation, turn.Facts, ContractWithdrawal.Of(turn),
        AskFirst(QuestionKind.Cancel, () => _place.HasSwitch ? ("tariff.cancel", RequestEffect.AskAgain) : null));

    private PersonRequest Person(RequestKind kind, string otherwise) =>
        new(PersonCall.Of(turn), StandingCall.Of(turn), HandOverReasons.Of(kind)!.Value, otherwise);

    private AskFirstRequest AskFirst(QuestionKind question, Func<(string Key, RequestEffect Effect)?> instead) =>
        new(turn.Voice, turn.Conversation, question, instead);
}

using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Journeys;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>Which steps are questions to the customer, and which class asks them.</summary>
internal static class Questions
{
    /// <returns>Null for a step that is waited for.</returns>
    public static IQuestion? Of(Step step, JourneyTurn turn) => step switch
    {
        Step.AnswerQuestion { Kind: var kind } => new AnswerQuestion(turn, kind),
        Step.ChooseProperty choose => new ChooseProperty(turn, choose.Properties),
        Step.ChooseKind choose => new ChooseKind(turn, choose),
        Step.AskDevices ask => new AskDevices(turn, ask.Question),
        Step.ConfirmDevices confirm => new ConfirmDevices(turn, confirm.Proposal),
        Step.AskConsents => new AskConsents(turn),
        Step.AskOption ask => new AskOption(turn, ask),
        Step.GiveInput give => new GiveInput(turn, give.Wizard),
        Step.ActElsewhere act => new ActElsewhere(turn, act),
        Step.AddVirtualKey add => new AddVirtualKey(turn, add),
        Step.OfferTest offer => new OfferTest(turn, offer),
        Step.MendTest mend => new MendTest(turn, mend),
        Step.OtherKind { Kind: var kind } => new ListenForDevice(turn, "kind.other", [("kind", turn.Text($"kind.{kind}")), ("page", turn.Services.Market.OtherDevicesPage)]),
        Step.NothingToConnect => new ListenForDevice(turn, "devices.nothing", []),
        Step.OfferTariff offer => new AskTariff(turn, offer),
        Step.AskReadings => new AskReadings(turn),
        Step.TariffDeclined => new ReviewTariff(turn, turn.Text("tariff.declined")),
        Step.MendSwitch { Code: var code } => new ReviewTariff(turn, TariffReasons.OfSwitch(turn, code)),
        Step.NoTariff { Fault: var fault } => new ReviewTariff(turn, TariffReasons.OfFault(turn, fault)),
        Step.OtherDevice { CanSwitch: true } => new OtherDevice(turn),
        _ => null,
    };
}

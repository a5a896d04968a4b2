using SmartFlexBot.Onboarding.Journeys;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>Where the journey stands, in one sentence.</summary>
internal static class StatusText
{
    public static async Task SayAsync(JourneyTurn turn)
    {
        await turn.SayAsync("status.pre",
            ("car", NameOf(turn, turn.Journey.Vehicle)),
            ("charger", NameOf(turn, turn.Journey.ChargePoint)),
            ("next", turn.Text($"status.next.{Next(turn.NextStep)}")));
        if (turn.Journey.Tariff.Switch is { } known && turn.Services.Texts.Has($"tariff.switch.{known.State}"))
        {
            await turn.SayAsync($"tariff.switch.{known.State}");
        }
    }

    private static string NameOf(JourneyTurn turn, DeviceAnswer? answer) => answer switch
    {
        null => turn.Text("status.unknown"),
        { IsNone: true } => turn.Text("confirm.none"),
        { IsUnknown: true } => turn.Text("confirm.unknown"),
        _ => answer.DisplayName,
    };

    private static string Next(Step step) => step switch
    {
        Step.ChooseKind => "ChooseKind",
        Step.AskDevices => "AskDevices",
        Step.ConfirmDevices => "ConfirmDevices",
        Step.AskConsents => "AskConsents",
        Step.SignIn => "SignIn",
        Step.AddVirtualKey => "AddVirtualKey",
        Step.OfferTest => "OfferTest",
        Step.MendTest => "MendTest",
        Step.TestRunning => "TestRunning",
        Step.AwaitCommand or Step.AwaitKraken or Step.AwaitRetry or Step.StartWizard or Step.CompleteStep => "Wait",
        Step.OfferTariff or Step.AskReadings or Step.MendSwitch or Step.NoTariff or Step.TariffDeclined => "Tariff",
        Step.ReadTariff or Step.BeginSwitch or Step.AcceptTerms => "Wait",
        Step.Live => "Live",
        _ => "Other",
    };
}

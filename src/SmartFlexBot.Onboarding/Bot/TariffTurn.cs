using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Commands;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>What a turn of the tariff side needs beside the rest: its words, its commands, its watch.</summary>
internal static class TariffTurn
{
    /// <summary>A switch that waits for a new meter may take months.</summary>
    private const int SwitchPatienceDays = 180;

    extension(JourneyTurn turn)
    {
        public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(turn.Services.Market.TimeZone);

        public TariffTexts TariffTexts => new((key, values) => turn.Text(key, values), turn.Culture, turn.Zone);

        private TariffScope Scope => new(turn.Journey.AccountNumber, turn.Journey.PropertyId, turn.Journey.Chosen ?? DeviceKind.ElectricVehicle);

        public TariffSheet SheetOf(Tariff offered, Tariff? now) =>
            TariffSheet.Of(offered, now, turn.Services.Market.Tariff!, (key, values) => turn.Text(key, values), turn.Culture, turn.Zone);

        public void Command(TariffChange action, PendingAction what)
        {
            var facts = turn.Journey.Tariff;
            var command = new TariffCommand(
                action, turn.Scope, facts.Agreed, turn.Journey.HasConsent(ConsentPurpose.HalfHourlyReadings), facts.Switch?.Id, facts.RetriedAfter);
            turn.Command(TariffCommand.CommandKind, command.Write(), what);
            turn.Update(journey => journey with { Tariff = journey.Tariff with { Refused = null } });
        }

        public void WatchTariff(string productCode) => turn.Context.Effects.Watch(new WatchRequest(
            TariffWatch.Kind, turn.Journey.Key, new TariffWatch(turn.Scope, productCode).Write(),
            Every: TimeSpan.FromSeconds(10), Until: turn.Now.AddDays(SwitchPatienceDays)));
    }
}

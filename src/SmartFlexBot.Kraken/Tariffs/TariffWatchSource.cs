using System.Text.Json;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>Looks at many switches; those of one account, and many accounts, share a request.</summary>
internal sealed class TariffWatchSource(SwitchReads switches, MarketDays days, MarketSettings market) : IWatchSource
{
    public string Kind => TariffWatch.Kind;

    public async Task<IReadOnlyList<WatchReading>> ReadAsync(IReadOnlyList<Watch> watches, CancellationToken cancellationToken)
    {
        if (market.Tariff is not { } tariff)
        {
            return [];
        }

        var targets = watches.Select(Target).OfType<(string Key, TariffWatch Watch)>().ToList();
        var read = await switches.ReadAsync(targets.Select(target => target.Watch.Scope.AccountNumber), cancellationToken);
        var waits = tariff is { Way: TariffWay.Enrolment, WaitsForTestCharge: true };
        return
        [
            .. from target in targets
               let account = read.GetValueOrDefault(target.Watch.Scope.AccountNumber)
               where account is not null
               let state = Switches.Find(account, target.Watch.Scope.PropertyId, target.Watch.ProductCode, days, waits)
               select new WatchReading(
                   target.Key, TariffWatch.WriteState(state), Final: state?.State is TariffSwitchState.Done or TariffSwitchState.Stopped),
        ];
    }

    private static (string Key, TariffWatch Watch)? Target(Watch watch)
    {
        try
        {
            return (watch.Key, TariffWatch.Read(watch.Payload));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>How far somebody has come, as customers count: "step 2 of 4". Pure.</summary>
internal static class Stages
{
    private const string Device = "device";
    private const string Tariff = "tariff";
    private const string SignIn = "sign-in";
    private const string Key = "key";
    private const string Test = "test";
    private const string Permissions = "status.next.AskConsents";

    /// <summary>Steps that belong to a stage; the others belong to none, as waiting does.</summary>
    private static readonly Dictionary<string, string> OfSteps = new()
    {
        ["status.next.AskDevices"] = Device,
        ["status.next.ConfirmDevices"] = Device,
        [Permissions] = Device,
        ["status.next.Tariff"] = Tariff,
        ["status.next.SignIn"] = SignIn,
        ["status.next.AddVirtualKey"] = Key,
        ["status.next.OfferTest"] = Test,
        ["status.next.MendTest"] = Test,
    };

    /// <returns>Which of how many it is, from 1; null for a step that is no part of the way.</returns>
    public static (int Number, int Total)? Of(Step step, Journey? journey, MarketSettings market)
    {
        if (!OfSteps.TryGetValue(step.StatusKey, out var stage))
        {
            return null;
        }

        // Asked after the tariff, the permissions are no step back.
        if (step.StatusKey == Permissions && market.Tariff?.Order is TariffOrder.BeforeDevice)
        {
            stage = SignIn;
        }

        var way = Way(journey, market, hasKey: stage == Key);
        return way.IndexOf(stage) is >= 0 and var place ? (place + 1, way.Count) : null;
    }

    private static List<string> Way(Journey? journey, MarketSettings market, bool hasKey)
    {
        hasKey |= journey is { DeviceKind: not DeviceKind.ChargePoint, Vehicle.Make: "Tesla" };
        var tariff = market.Tariff?.Order;
        return
        [
            Device,
            .. tariff is TariffOrder.BeforeDevice ? [Tariff] : Array.Empty<string>(),
            SignIn,
            .. hasKey ? [Key] : Array.Empty<string>(),
            Test,
            .. tariff is TariffOrder.AfterDevice ? [Tariff] : Array.Empty<string>(),
        ];
    }
}

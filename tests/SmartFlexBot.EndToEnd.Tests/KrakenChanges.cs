using SmartFlexBot.EndToEnd.Tests.Processes;

namespace SmartFlexBot.EndToEnd.Tests;

/// <summary>Every change at Kraken that takes a Tesla from nothing to LIVE, each as often as the API asks for it.</summary>
internal static class KrakenChanges
{
    public static readonly IReadOnlyDictionary<OnboardingApi, string[]> OnceEach = new Dictionary<OnboardingApi, string[]>
    {
        [OnboardingApi.Classic] = ["deviceRegistration: 1 taken, 0 refused", "triggerTestCharge: 1 taken, 0 refused"],

        // From a list are chosen: the kind of device, make and model of the car, make and model of the charge point.
        [OnboardingApi.Wizard] =
        [
            "completeAuthFlowForSmartFlexOnboarding: 1 taken, 0 refused",
            "completeTeslaSetupVirtualKeyForSmartFlexOnboarding: 1 taken, 0 refused",
            "selectFromListForSmartFlexOnboarding: 5 taken, 0 refused",
            "selectVehicleOrChargePointForSmartFlexOnboarding: 1 taken, 0 refused",
            "startSmartFlexOnboarding: 1 taken, 0 refused",
        ],
    };
}

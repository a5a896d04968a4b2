namespace SmartFlexBot.Mutation;

/// <summary>What is made faulty, and by which tests it should be noticed.</summary>
/// <param name="Sources">Folders or files below src.</param>
/// <param name="Tests">Patterns of class names.</param>
/// <param name="Without">Of the sources, those of another area.</param>
internal sealed record Area(string Name, string[] Sources, string[] Tests, string[] Without)
{
    private static readonly string[] Drawing =
        ["SmartFlexBot.Web/Tariffs/Chart", "SmartFlexBot.Web/Tariffs/Copy", "SmartFlexBot.Web/Tariffs/Print"];

    private static readonly string[] Decisions =
    [
        "SmartFlexBot.Onboarding/Flow/NextStep.cs",
        "SmartFlexBot.Onboarding/Flow/WhatNext.cs",
        "SmartFlexBot.Onboarding/Flow/WizardSteps.cs",
        "SmartFlexBot.Onboarding/Devices/DeviceProposal.cs",
        "SmartFlexBot.Onboarding/Devices/DeviceSteps.cs",
        "SmartFlexBot.Onboarding/Devices/OptionMatch.cs",
        "SmartFlexBot.Onboarding/Homes",
        "SmartFlexBot.Onboarding/Journeys",
        "SmartFlexBot.Onboarding/Markets",
        "SmartFlexBot.Onboarding/Tariffs/MonthlyEstimate.cs",
        "SmartFlexBot.Onboarding/Tariffs/OfferFingerprint.cs",
        "SmartFlexBot.Onboarding/Tariffs/PriceWindow.cs",
        "SmartFlexBot.Onboarding/Tariffs/TariffCheck.cs",
        "SmartFlexBot.Onboarding/Tariffs/TariffSteps.cs",
        "SmartFlexBot.Onboarding/TestCharge/TestSteps.cs",
    ];

    public static readonly IReadOnlyList<Area> All =
    [
        new("web", ["SmartFlexBot.Web"], ["Web.*"], Drawing),
        new("drawing", Drawing, ["Web.Tariffs.*"], []),
        new("kraken", ["SmartFlexBot.Kraken"], ["Kraken.*"], []),
        new("channels", ["SmartFlexBot.Channels"], ["Channels.*", "Web.Hosting.RouteQuotaTests", "Web.Hosting.UsualSettingsTests"], []),
        new("recognition", ["SmartFlexBot.Recognition"], ["Recognition.*"], []),
        new("decisions", Decisions, ["Onboarding.*"], []),
        new("turns", ["SmartFlexBot.Onboarding"], ["Onboarding.*"], Decisions),
        new("runtime", ["SmartFlexBot.Conversations"], ["Conversations.*", "Probe.*", "Web.Health.*"],
            ["SmartFlexBot.Conversations/Store"]),
        new("store", ["SmartFlexBot.Conversations/Store"], ["Conversations.*", "Web.Privacy.*"], []),
    ];

    public bool Holds(string file) =>
        Within(Sources, file) && !Within(Without, file) && !file.Contains("/Migrations/", StringComparison.Ordinal);

    private static bool Within(string[] places, string file) =>
        places.Any(place => file.StartsWith($"src/{place}/", StringComparison.Ordinal) || file == $"src/{place}");
}

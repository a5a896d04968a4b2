namespace SmartFlexBot.Tests.Scripts;

/// <summary>A story in which Kraken is sent one mutation, up to LIVE.</summary>
/// <param name="Lead">Lines before the trouble is set.</param>
/// <param name="Then">Lines after it.</param>
/// <param name="IsHarmlessTwice">Kraken takes a second delivery and nothing becomes of it.</param>
internal sealed record MutationStory(
    string Name, string Api, string Mutation, string Lead, string Then = "", bool IsHarmlessTwice = false, params string[] Settings)
{
    public static readonly MutationStory Tesla = Wizard("startSmartFlexOnboarding", isHarmlessTwice: true);

    public static readonly IReadOnlyList<MutationStory> All =
    [
        new("Classic deviceRegistration", "Classic", "deviceRegistration", "hello"),
        new("Classic triggerTestCharge", "Classic", "triggerTestCharge", "hello"),
        Tesla,
        Wizard("selectFromListForSmartFlexOnboarding", isHarmlessTwice: true),
        Wizard("selectVehicleOrChargePointForSmartFlexOnboarding", isHarmlessTwice: true),
        Wizard("completeAuthFlowForSmartFlexOnboarding"),
        Wizard("completeTeslaSetupVirtualKeyForSmartFlexOnboarding"),
        Wizard("completeUserInputRequiredForSmartFlexOnboarding", "hello, asks UserInputRequired"),
        Wizard("completeUserActionForSmartFlexOnboarding", "hello, asks UserActionRequired"),
        Wizard("triggerTestCharge", settings: ["Kraken:TestChargeStart=TriggerTestCharge", "Simulator:TestChargeStart=TriggerTestCharge"]),
        Wizard("startTestChargeForSmartFlexOnboarding", settings: [
            "Kraken:TestChargeStart=StartTestCharge", "Simulator:TestChargeStart=StartTestCharge"]),
        Wizard("triggerTestCharge", "hello, next test UNABLE_TO_COMMUNICATE") with { Name = "Wizard triggerTestCharge after a failure" },
        Wizard("cancelSmartFlexOnboarding", "to-the-sign-in") with { Then = "user: change\n..." },
        Tariff("startOnboardingProcess", "gb"),
        Tariff("acceptTermsAndConditions", "gb", isHarmlessTwice: true),
        Tariff("initiateProductSwitch", "fr"),
    ];

    public bool IsClassic => Api == "Classic";

    public bool IsOfTariff => Name.StartsWith("Tariff", StringComparison.Ordinal);

    public bool IsOfTest => Mutation.Contains("TestCharge", StringComparison.Ordinal);

    public bool IsCancelling => Mutation.StartsWith("cancel", StringComparison.Ordinal);

    /// <param name="trouble">Null: all goes well.</param>
    public async Task<Script> PlayAsync(string? trouble)
    {
        var script = await Script.StartAsync(Api, locale: "en", settings: Settings);
        try
        {
            await script.PlayAsync(string.Join("\n", Lines(trouble)));
            return script;
        }
        catch
        {
            await script.DisposeAsync();
            throw;
        }
    }

    private IEnumerable<string> Lines(string? trouble)
    {
        foreach (var part in Lead.Split(", "))
        {
            yield return part.Contains(' ', StringComparison.Ordinal) ? Verb(part) : StoryFile.Part(part);
        }

        if (trouble is not null)
        {
            yield return $"fault: {Mutation} {trouble}";
        }

        yield return Then;
        yield return "the customer goes on to live";
    }

    private static MutationStory Tariff(string mutation, string market, bool isHarmlessTwice = false) => new(
        $"Tariff {mutation}", "Wizard", mutation, "to-the-tariff",
        "bot shows: [tariff.title]\nuser presses: [tariff.agree]\nbot shows: [tariff.readings]\nuser presses: [tariff.readings.yes]\n...",
        isHarmlessTwice, $"Onboarding:Market={market}");

    /// <summary>"next test REASON", "asks STEP": the verb is all but the last word.</summary>
    private static string Verb(string part) => $"{part[..part.LastIndexOf(' ')]}: {part[(part.LastIndexOf(' ') + 1)..]}";

    private static MutationStory Wizard(string mutation, string lead = "hello", bool isHarmlessTwice = false, params string[] settings) =>
        new($"Wizard {mutation}", "Wizard", mutation, lead, IsHarmlessTwice: isHarmlessTwice, Settings: settings);
}

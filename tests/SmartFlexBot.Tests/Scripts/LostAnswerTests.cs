namespace SmartFlexBot.Tests.Scripts;

/// <summary>
/// One mutation of the story meets trouble: its answer is lost or late, or it is not taken at all. The customer still gets to LIVE, and
/// Kraken has done the same as in a story without trouble: nothing twice.
/// </summary>
public sealed class LostAnswerTests
{
    private static readonly (string Api, string Mutation)[] Mutations =
    [
        ("Classic", "deviceRegistration"),
        ("Classic", "triggerTestCharge"),
        ("Wizard", "startSmartFlexOnboarding"),
        ("Wizard", "selectFromListForSmartFlexOnboarding"),
        ("Wizard", "selectVehicleOrChargePointForSmartFlexOnboarding"),
        ("Wizard", "completeAuthFlowForSmartFlexOnboarding"),
        ("Wizard", "completeTeslaSetupVirtualKeyForSmartFlexOnboarding"),
    ];

    private static readonly string[] Troubles =
        ["dropAnswer", "late PT45S", "timeout", "malformed", "httpStatus 503", "httpStatus 502 times 3", "error KT-CT-4376", "error KT-CT-7899 times 2"];

    public static TheoryData<string, string, string> Cases => [.. from mutation in Mutations from trouble in Troubles select (mutation.Api, mutation.Mutation, trouble)];

    [Theory, MemberData(nameof(Cases))]
    public async Task Trouble_with_one_mutation_neither_stops_the_story_nor_repeats_it(string api, string mutation, string trouble)
    {
        await using var script = await Script.StartAsync(api);
        await script.PlayAsync(
            $"""
            include: hello
            fault: {mutation} {trouble}
            the customer goes on to live
            """.Replace("include: hello", StoryFile.Part("hello"), StringComparison.Ordinal));
        var done = await script.CountsAsync();
        done.ShouldContainKey(mutation);
        done.ShouldBe(await UndisturbedAsync(api), ignoreOrder: true);
        script.Transcript.ShouldNotContain("something went wrong");
    }

    private static async Task<Dictionary<string, int>> UndisturbedAsync(string api)
    {
        await using var script = await Script.StartAsync(api);
        await script.PlayAsync($"{StoryFile.Part("hello")}\nthe customer goes on to live");
        return await script.CountsAsync();
    }
}

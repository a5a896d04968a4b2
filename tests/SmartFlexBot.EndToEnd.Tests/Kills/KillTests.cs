using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.EndToEnd.Tests.DirectLine;
using SmartFlexBot.EndToEnd.Tests.Processes;

namespace SmartFlexBot.EndToEnd.Tests.Kills;

/// <summary>
/// The bot's process dies by SIGKILL in the middle of its work, with the simulator in a process of its own, and is started again on the
/// same files. The customer does nothing more: not even the request during which it died, answered or not, is made again. The journey
/// still goes on by itself, nothing is said twice, and Kraken is told everything once.
/// </summary>
public sealed class KillTests
{
    /// <summary>Direct Line reads the log: nothing is handed over or marked.</summary>
    private static readonly ProcessingPoint[] Elsewhere = [ProcessingPoint.Delivered, ProcessingPoint.Marked];

    public static TheoryData<OnboardingApi, ProcessingPoint> Points()
    {
        var points = new TheoryData<OnboardingApi, ProcessingPoint>();
        foreach (var api in Enum.GetValues<OnboardingApi>())
        {
            foreach (var point in Enum.GetValues<ProcessingPoint>().Except(Elsewhere))
            {
                points.Add(api, point);
            }
        }

        return points;
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_bot_killed_while_the_customer_signs_in_still_brings_the_car_live(OnboardingApi api, ProcessingPoint point)
    {
        await using var installation = await Installation.StartWithSimulatorApartAsync(api);
        using var story = new TeslaStory(installation);
        await story.ToTheSignInAsync();

        await installation.KillDuringAsync(story.Chat, point, story.SignInAsync);

        await story.ToTheTestChargeAsync();
        await story.StartTestChargeAsync(DirectLineClient.NewId());
        await story.ToLiveAsync();
        await story.NothingHappenedTwiceAsync(api);
    }

    [Theory]
    [InlineData(OnboardingApi.Classic, ProcessingPoint.Stored)]
    [InlineData(OnboardingApi.Classic, ProcessingPoint.CommandSent)]
    [InlineData(OnboardingApi.Classic, ProcessingPoint.CommandAnswered)]
    [InlineData(OnboardingApi.Wizard, ProcessingPoint.Stored)]
    [InlineData(OnboardingApi.Wizard, ProcessingPoint.CommandSent)]
    [InlineData(OnboardingApi.Wizard, ProcessingPoint.CommandAnswered)]
    public async Task A_bot_killed_while_it_starts_the_test_charge_still_brings_the_car_live(OnboardingApi api, ProcessingPoint point)
    {
        await using var installation = await Installation.StartWithSimulatorApartAsync(api);
        using var story = new TeslaStory(installation);
        await story.ToTheSignInAsync();
        await story.SignInAsync();
        await story.ToTheTestChargeAsync();

        await installation.KillDuringAsync(story.Chat, point, () => story.StartTestChargeAsync(DirectLineClient.NewId()));

        await story.ToLiveAsync();
        await story.NothingHappenedTwiceAsync(api);
    }

    /// <summary>What Web Chat's connector may do by itself when a post got no answer.</summary>
    [Fact]
    public async Task A_post_that_got_no_answer_may_be_made_again_with_its_own_id()
    {
        await using var installation = await Installation.StartWithSimulatorApartAsync(OnboardingApi.Wizard);
        using var story = new TeslaStory(installation);
        await story.ToTheSignInAsync();
        await story.SignInAsync();
        await story.ToTheTestChargeAsync();
        var id = DirectLineClient.NewId();

        await installation.KillDuringAsync(story.Chat, ProcessingPoint.Stored, () => story.StartTestChargeAsync(id));
        await story.StartTestChargeAsync(id);

        await story.ToLiveAsync();
        await story.NothingHappenedTwiceAsync(OnboardingApi.Wizard);
    }
}

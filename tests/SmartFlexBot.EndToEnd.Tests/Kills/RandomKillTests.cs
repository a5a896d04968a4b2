using System.Globalization;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.EndToEnd.Tests.DirectLine;
using SmartFlexBot.EndToEnd.Tests.Processes;

namespace SmartFlexBot.EndToEnd.Tests.Kills;

/// <summary>
/// The bot dies by SIGKILL at a moment of the whole story that the seed draws: at the n-th time that something happens. It is started
/// again on the same files, and the customer goes on, repeating what got no answer. The seed is in the test's name; SEED=n begins there.
/// </summary>
public sealed class RandomKillTests
{
    /// <summary>How often each point is reached at least, from hello to LIVE.</summary>
    private static readonly IReadOnlyDictionary<ProcessingPoint, int> Times = new Dictionary<ProcessingPoint, int>
    {
        [ProcessingPoint.Stored] = 7,
        [ProcessingPoint.TurnRun] = 15,
        [ProcessingPoint.Committed] = 15,
        [ProcessingPoint.CommandSent] = 8,
        [ProcessingPoint.CommandAnswered] = 8,
    };

    public static TheoryData<OnboardingApi, int> Seeds()
    {
        var first = int.Parse(Environment.GetEnvironmentVariable("SEED") ?? "1", CultureInfo.InvariantCulture);
        var count = Environment.GetEnvironmentVariable("LONG") == "1" ? 50 : 10;
        return [.. from seed in Enumerable.Range(first, count) from api in Enum.GetValues<OnboardingApi>() select (api, seed)];
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_bot_killed_at_any_moment_still_brings_the_car_live(OnboardingApi api, int seed)
    {
        var (point, time) = Draw(new Random((seed * 2) + (int)api));
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}: killed at {point}, the {time}. time.");
        await using var installation = await Installation.StartWithSimulatorApartAsync(api, $"{point}", time);
        using var story = new TeslaStory(installation, isPatient: true);

        await story.ToTheSignInAsync();
        await story.SignInAsync();
        await story.ToTheTestChargeAsync();
        await story.StartTestChargeAsync(DirectLineClient.NewId());
        await story.ToLiveAsync();

        await story.NothingHappenedTwiceAsync(api);
        installation.Life.ShouldBe(2, $"{point} was not reached {time} times, or the bot died by itself.");
    }

    private static (ProcessingPoint Point, int Time) Draw(Random random)
    {
        var point = random.GetItems(Times.Keys.ToArray(), 1)[0];
        return (point, random.Next(1, Times[point] + 1));
    }
}

using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Tests.Desk.Hubs;

/// <summary>Handover failure 10: a hub's events twice, out of order, or never; and the answers to what we tell it.</summary>
public sealed class HubOrderTests
{
    private static readonly string[] Said = ["Ana: one", "Ana: two", "Ben: three"];

    public static MatrixTheoryData<HubKind, int> Seeds() =>
        new(Enum.GetValues<HubKind>(), Enumerable.Range(1, Environment.GetEnvironmentVariable("LONG") == "1" ? 500 : 25));

    /// <summary>
    /// Whatever of the calls comes, when, how often and in which order, and whatever the hub answers meanwhile: state and thread are the
    /// same..
    /// </summary>
    [Theory, MemberData(nameof(Seeds))]
    public async Task For_every_order_and_loss_of_one_hand_overs_events_state_and_thread_are_the_same(HubKind kind, int seed)
    {
        var random = new Random(seed);
        var chat = await HubChat.AskedAsync(kind: kind);
        Queue<Action> agents = new(
        [
            () => chat.Fake.Assign(7), () => chat.Fake.Write("one"), () => chat.Fake.Whisper("between us"),
            () => chat.Fake.Write("two"), () => chat.Fake.Write("three", agent: 8, name: "Ben"),
        ]);
        Queue<string> customer = new(["first", "second", "third"]);
        while (agents.Count + customer.Count > 0)
        {
            if (random.Next(5) == 0)
            {
                chat.Fake.Faults.Enqueue((HubFault)random.Next(1, 5));
            }

            switch (random.Next(5))
            {
                case 0 or 1 when agents.TryDequeue(out var act):
                    act();
                    break;
                case 2 when customer.TryDequeue(out var words):
                    await chat.SayAsync(words, isRound: random.Next(2) == 0);
                    break;
                case 3:
                    // One that was lost is never followed by this; one that comes twice, by two.
                    await chat.CallAsync(isRound: random.Next(2) == 0);
                    break;
                default:
                    await chat.PassAsync(TimeSpan.FromSeconds(random.Next(5)));
                    break;
            }
        }

        chat.Fake.Faults.Clear();
        await chat.PassAsync(TimeSpan.FromMinutes(2));
        chat.Fake.End();
        await chat.PassAsync(TimeSpan.FromMinutes(2));
        await chat.CallAsync();

        chat.FromPeople.ShouldBe(Said);
        chat.Fake.Shown.Where(line => line is "first" or "second" or "third").ShouldBe(["first", "second", "third"]);
        chat.Fake.Shown.Count(line => line.StartsWith("[Ada", StringComparison.Ordinal)).ShouldBe(1);
        chat.Fake.Conversations.ShouldBe(1);
        (chat.Ended.State, chat.Ended.Outcome, chat.Open).ShouldBe((HandOverState.Ended, HandOverOutcome.Solved, null));
    }
}

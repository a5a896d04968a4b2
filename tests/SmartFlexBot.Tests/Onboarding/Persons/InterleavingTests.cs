using System.Globalization;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Tests.Onboarding.Journeys;

namespace SmartFlexBot.Tests.Onboarding.Persons;

/// <summary>
/// Customer, agents, bot, clocks and Kraken act in any order, as the seed draws: exactly one side speaks, each hand-over has one line at
/// its beginning and one at its end, and none is stuck. Each message of an agent's that counted is read once, in order.
/// </summary>
public sealed class InterleavingTests
{
    private const int Moves = 30;

    private static readonly DeskAgent[] Agents = [DeskChat.Ana, DeskChat.Ben, DeskChat.Sue];

    private static readonly string[] Words =
    [
        "a person please", "I want to talk to a person", "can I speak to somebody", "status", "go on", "cancel", "yes", "no",
        "It smells of burning", "I want to complain", "back", "hello?",
        "neither, thanks", "my car is a Kia EV6", "why?", "start over", "call me back",
    ];

    private static readonly string[] WhileWaiting =
        ["handover.waiting", "handover.still-there", "handover.passed", "safety.burning", "handover.requeued"];

    private static readonly string[] AtTheEnd =
        ["handover.back", "handover.left", "handover.gone", "handover.nobody", "handover.failed"];

    [Fact]
    public async Task However_they_act_exactly_one_side_speaks_and_nothing_is_stuck()
    {
        var seeds = Environment.GetEnvironmentVariable("LONG") == "1" ? 10_000 : 300;
        var handOvers = 0;
        for (var seed = 1; seed <= seeds; seed++)
        {
            handOvers += await PlayAsync(seed);
        }

        handOvers.ShouldBeGreaterThan(seeds / 2, "or nothing much was tried");
    }

    private static async Task<int> PlayAsync(int seed)
    {
        var (random, kraken) = (new Random(seed), new InMemoryKraken());
        var desk = new DeskChat(kraken);
        desk.Chat.Know(Facts.Begun);
        kraken.Show(new WizardStep.AuthFlow("a", new("https://maker.example/authorize?state=x"), null, null));
        await desk.Chat.OpenAsync();
        var (told, spoken) = (new List<string>(), new List<string>());
        for (var move = 0; move < Moves; move++)
        {
            var (before, from) = (desk.Open, desk.Chat.Effects.Sent.Count);
            var name = await MoveAsync(desk, kraken, random, spoken);
            told.Add(name);
            Check(desk, before, [.. desk.Chat.Effects.Sent.Skip(from)], $"seed {seed}: {string.Join(", ", told)}");
        }

        if (desk.Open is not null)
        {
            await desk.ActAsync(DeskChat.Sue, new DeskAct.End(HandOverOutcome.Other));
        }

        desk.Open.ShouldBeNull();
        desk.Chat.Effects.Sent.Where(said => said.From?.Id == DeskEvents.PersonId).Select(said => said.Text)
            .ShouldBe(spoken, $"seed {seed}: nothing of an agent's is lost, doubled or reordered");
        var begun = desk.Chat.Said.Count(said => said.StartsWith(Chat.Text("handover.begun"), StringComparison.Ordinal));
        var missed = desk.Ended.Count(ended => ended.Moves is [{ Why: HandOver.NobodyThere }]);
        desk.Tasks.ShouldAllBe(task => desk.Ended.Any(ended => ended.Id == task.HandOverId), $"seed {seed}: each call is found");
        (desk.Ended.Count - missed).ShouldBe(begun, $"seed {seed}: each begins with one line");
        desk.Chat.Said.Count(said => IsOne(said, AtTheEnd)).ShouldBe(begun, $"seed {seed}: and ends with one");
        return begun;
    }

    /// <returns>What was done.</returns>
    private static async Task<string> MoveAsync(DeskChat desk, InMemoryKraken kraken, Random random, List<string> spoken)
    {
        var agent = Agents[random.Next(Agents.Length)];
        switch (random.Next(12))
        {
            case 0 or 1 or 2:
                var words = Words[random.Next(Words.Length)];
                await desk.Chat.TurnAsync(new Activity { Type = ActivityTypes.Message, Text = words }, attempt: DeskChat.ToldAtOnce);
                return $"\"{words}\"";
            case 3:
                desk.See(agent, random.Next(4) == 0 ? DeskPresence.Away : DeskPresence.Available);
                return $"{agent.Name} is seen";
            case 4:
                var minutes = random.Next(1, 12);
                await desk.PassAsync(TimeSpan.FromMinutes(minutes));
                return $"{minutes} minutes";
            case 5:
                kraken.Devices.Clear();
                kraken.Devices.Add(Facts.Device(random.Next(2) == 0 ? "LIVE" : "ONBOARDING"));
                await desk.SeenAsync(new OnboardingSighting(Lifecycle: kraken.Devices[0].Lifecycle));
                return $"Kraken shows {kraken.Devices[0].Lifecycle}";
            case 6 when desk.Chat.HandOverId is { } id:
                await desk.Chat.TurnAsync(DeskEvents.Of(new HubStatus(id, HandOverTrigger.Refused)));
                return "the hub refuses";
            case 7 or 8 or 9 or 10 or 11 when desk.Chat.HandOverId is not null || desk.Ended.Count > 0:
                var act = ActOf(random);
                await desk.ActAsync(agent, act);
                if (act is DeskAct.Say say && desk.Refusal is null)
                {
                    spoken.Add(say.Text);
                }

                return $"{agent.Name} does {act.GetType().Name} ({desk.Refusal?.ToString() ?? "done"})";
            default:
                kraken.Unavailable = random.Next(3) == 0;
                return $"Kraken is {(kraken.Unavailable ? "away" : "there")}";
        }
    }

    private static DeskAct ActOf(Random random) => random.Next(8) switch
    {
        0 or 1 or 2 => new DeskAct.Claim(Why: "needed"),
        3 or 4 => new DeskAct.Say(string.Create(CultureInfo.InvariantCulture, $"An agent's words {random.Next()}")),
        5 => new DeskAct.Transfer(null, "somebody else knows more"),
        6 => new DeskAct.Note("a note"),
        _ => new DeskAct.End(HandOverOutcome.Solved, (ResumePoint)random.Next(3), random.Next(2) == 0),
    };

    private static void Check(DeskChat desk, HandOver? before, IReadOnlyList<Activity> sent, string story)
    {
        var persons = sent.Where(said => said.From?.Id == DeskEvents.PersonId).ToList();
        persons.Count.ShouldBeLessThanOrEqualTo(1, story);
        if (persons.Count == 1)
        {
            before?.State.ShouldBe(HandOverState.Active, story);
            sent.Count.ShouldBe(1, story);
        }

        // Of a time in which it has ended and another has begun, the counts at the end speak.
        if (before is null || desk.Open?.Id != before.Id)
        {
            return;
        }

        sent.Except(persons).ShouldAllBe(said => IsOne(said.Text ?? "a card", WhileWaiting), story);
    }

    private static bool IsOne(string said, string[] keys) =>
        keys.Any(key => said.StartsWith(Chat.Start(key), StringComparison.Ordinal) && Chat.Start(key).Length > 0
            || key == "handover.back" && said.EndsWith(Chat.Text(key, ("name", "")), StringComparison.Ordinal));
}

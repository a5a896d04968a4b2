using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Tests.Onboarding;
using SmartFlexBot.Tests.Onboarding.Journeys;

namespace SmartFlexBot.Tests.Desk.Hubs;

/// <summary>A client brings the agent in itself, by the Bot Framework's own events.</summary>
public sealed class HandoffTests
{
    private static readonly JsonObject Accepted = new() { ["state"] = "accepted", ["agentName"] = "Ana", ["message"] = "hello" };
    private static readonly JsonObject Completed = new() { ["state"] = "completed", ["agentName"] = "Ana", ["position"] = 3 };

    [Fact]
    public async Task It_begins_with_one_event_that_tells_nothing_of_the_customer()
    {
        var chat = await AskedAsync();
        await chat.SayAsync("are you there?");

        var begun = chat.Effects.Sent.Where(sent => sent.Type == ActivityTypes.Event).ShouldHaveSingleItem();
        begun.Name.ShouldBe("handoff.initiate");
        string[] told = [.. new[] { "skill", "reason", "language" }.Select(name => (string)begun.Value![name]!)];
        told.ShouldBe(["cars", "AskedFor", "en"]);
        begun.Value!.ToJsonString().ShouldNotContain("A-1");
        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Accepted_means_silence_and_completed_gives_back()
    {
        var chat = await AskedAsync();
        (await StatusAsync(chat, Accepted)).ShouldBeEmpty();
        (await chat.SayAsync("my charger is grey")).ShouldBeEmpty();

        var said = await StatusAsync(chat, Completed);

        said[0].ShouldBe(Chat.Text("handover.back", ("name", "Ana")));
        said.Count.ShouldBeGreaterThan(1);
        chat.HandOverId.ShouldBeNull();
    }

    /// <summary>Handover failure 10, for these events.</summary>
    [Fact]
    public async Task In_every_order_and_twice_state_and_thread_are_the_same()
    {
        // All of two to four events in which each comes once at least.
        var orders = Enumerable.Range(2, 3).SelectMany(length => Enumerable.Range(1, (1 << length) - 2)
            .Select(bits => Enumerable.Range(0, length).Select(at => (bits >> at & 1) == 0 ? Accepted : Completed).ToList())).ToList();
        orders.Count.ShouldBe(22);
        var outcomes = new List<(string State, string Thread)>();
        foreach (var order in orders)
        {
            var chat = await AskedAsync();
            foreach (var status in order)
            {
                await StatusAsync(chat, status);
            }

            chat.HandOverId.ShouldBeNull();
            outcomes.Add((Ended(chat).State.ToString(), string.Join('\n', chat.Said)));
        }

        outcomes.Distinct().ShouldHaveSingleItem().State.ShouldBe("Ended");
    }

    [Fact]
    public async Task Failed_is_told_and_a_second_request_works()
    {
        var chat = await AskedAsync();
        (await StatusAsync(chat, new() { ["state"] = "failed" }))[0].ShouldStartWith(Chat.Start("handover.failed"));
        Ended(chat).State.ShouldBe(HandOverState.Failed);

        await chat.SayAsync("I want to talk to a person");
        chat.HandOverId.ShouldNotBeNull();
        chat.Effects.Sent.Count(sent => sent.Name == "handoff.initiate").ShouldBe(2);
    }

    [Fact]
    public async Task What_is_not_known_changes_nothing()
    {
        var chat = await AskedAsync();
        JsonObject?[] odd = [null, [], new() { ["state"] = "queued" }, new() { ["state"] = 7 }, new() { ["state"] = new JsonObject() }];
        foreach (var status in odd)
        {
            (await StatusAsync(chat, status)).ShouldBeEmpty();
        }

        chat.HandOverId.ShouldNotBeNull();
    }

    private static HandOver Ended(Chat chat) => JsonSerializer.Deserialize(
        chat.Effects.Records.Last(record => record.Kind == HandOver.EndedKind).Json, DeskJson.Default.HandOver)!;

    private static Task<IReadOnlyList<string>> StatusAsync(Chat chat, JsonObject? status) =>
        chat.HappenAsync("handoff.status", status?.DeepClone().AsObject());

    private static async Task<Chat> AskedAsync()
    {
        var kraken = new InMemoryKraken();
        kraken.Show(new WizardStep.AuthFlow("a", new("https://maker.example/authorize?state=x"), null, null));
        var chat = new Chat(kraken, desk: new Board());
        chat.Know(Facts.Begun);
        await chat.OpenAsync();
        await chat.SayAsync("I want to talk to a person");
        return chat;
    }

    private sealed class Board : IDeskBoard
    {
        public Task<DeskBoardView?> ReadAsync(CancellationToken cancellationToken) =>
            Task.FromResult<DeskBoardView?>(new([], [], HasHub: true, new Handoff("cars")));
    }
}

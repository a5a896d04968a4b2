using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.ProbeBot;

namespace SmartFlexBot.Benchmarks.Micro;

/// <summary>Turns of the probe bot without HTTP, queue or store: what dialogs and their state cost by themselves.</summary>
public class DialogBenchmark
{
    private readonly SixPromptsBot _bot = new();

    /// <summary>State as the store holds it before each answer: JSON text.</summary>
    private readonly List<string> _states = [];

    [GlobalSetup]
    public async Task HoldOnceAsync()
    {
        var state = "{}";
        foreach (var answer in SixPromptsBot.Answers)
        {
            _states.Add(state);
            state = await TurnAsync(state, answer);
        }
    }

    /// <summary>The whole flow: seven turns, each from JSON text to JSON text.</summary>
    [Benchmark(OperationsPerInvoke = 7)]
    public async Task<int> TurnAsync()
    {
        var length = 0;
        for (var turn = 0; turn < _states.Count; turn++)
        {
            length += (await TurnAsync(_states[turn], SixPromptsBot.Answers[turn])).Length;
        }

        return length;
    }

    /// <summary>Of that, reading and writing the state.</summary>
    [Benchmark(OperationsPerInvoke = 7)]
    public int StateJson() => _states.Sum(state => JsonNode.Parse(state)!.AsObject().ToJsonString().Length);

    private async Task<string> TurnAsync(string stored, string answer)
    {
        var state = new TurnState(JsonNode.Parse(stored)!.AsObject());
        var inbound = new Activity { Type = ActivityTypes.Message, Text = answer, Locale = "en" };
        await _bot.OnTurnAsync(
            new TurnContext(inbound, new ConversationKey("test", "c"), new ConversationOrigin("u1"), state, new NoEffects()),
            CancellationToken.None);
        return state.Values.ToJsonString();
    }
}

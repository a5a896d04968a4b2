using System.Text;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Dialogs;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.BotFramework.Dialogs;

/// <summary>
/// Runs a conversation written as "user:" and "bot:" lines ("event:" is an event of that name). State lives as JSON text alone
/// between the turns, so that what a dialog does not really store is lost here too.
/// </summary>
internal sealed class DialogScript(DialogSet dialogs, string rootDialogId, string? locale = "en")
{
    public DialogScript(Dialog root, string? locale = "en") : this(new DialogSet().Add(root), root.Id, locale) { }

    /// <summary>The conversation's state as the store would hold it.</summary>
    public string State { get; set; } = "{}";

    public DialogSet Dialogs { get; set; } = dialogs;

    public string? Locale { get; set; } = locale;

    /// <summary>Said by the bot in each turn before its dialogs go on; nothing when null.</summary>
    public string? Remark { get; set; }

    /// <summary>The dialog that the user's word "aside" begins above the active one; none when null.</summary>
    public string? Aside { get; set; }

    public DialogTurnResult? Result { get; private set; }

    public bool Lost { get; private set; }

    public List<Activity> Sent { get; } = [];

    public JsonNode? Stored(params object[] path) =>
        path.Aggregate(JsonNode.Parse(State), (node, key) => key is int index ? node?[index] : node?[(string)key]);

    /// <summary>Plays the user's lines; the whole conversation must come out as it is written.</summary>
    public async Task PlayAsync(string script)
    {
        var lines = script.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var played = new StringBuilder();
        foreach (var line in lines.Where(line => !line.StartsWith("bot:", StringComparison.Ordinal)))
        {
            played.Append(line).Append('\n');
            var said = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            foreach (var activity in line.StartsWith("user:", StringComparison.Ordinal) ? await SayAsync(said) : await EventAsync(said))
            {
                played.Append("bot: ").Append(activity.Text?.Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
            }
        }

        played.ToString().TrimEnd().ShouldBe(string.Join('\n', lines));
    }

    public Task<IReadOnlyList<Activity>> SayAsync(string text) => TurnAsync(new Activity { Type = ActivityTypes.Message, Text = text });

    public Task<IReadOnlyList<Activity>> EventAsync(string name) => TurnAsync(new Activity { Type = ActivityTypes.Event, Name = name });

    public async Task<IReadOnlyList<Activity>> TurnAsync(Activity inbound)
    {
        inbound.Locale ??= Locale;
        var effects = new InMemoryTurnEffects();
        var state = new TurnState(JsonNode.Parse(State)!.AsObject());
        var turn = new TurnContext(inbound, new ConversationKey("test", "c|1"), new ConversationOrigin("u1"), state, effects);

        var dc = await Dialogs.CreateContextAsync(turn);
        Lost = dc.Lost;
        if (Remark is not null && dc.ActiveDialog is not null)
        {
            await turn.SendActivityAsync(Remark);
        }

        Result = Aside is not null && inbound.Text == "aside" ? await dc.BeginDialogAsync(Aside) : await dc.ContinueDialogAsync();
        if (Result.Status == DialogTurnStatus.Empty)
        {
            Result = await dc.BeginDialogAsync(rootDialogId);
        }

        State = state.Values.ToJsonString();
        Sent.AddRange(effects.Sent);
        return effects.Sent;
    }
}

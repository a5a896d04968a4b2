using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>Nobody is at the desk: the customer may be called back or get an e-mail, and the bot goes on.</summary>
internal sealed class CallBackOffer(Voice voice, Conversation conversation, Attendance attendance)
{
    /// <param name="key">The text that says why; the time that the desk opens, where it is closed, is in one of its own.</param>
    /// <param name="missedId">The hand-over to which nobody has come; null where none was begun.</param>
    public async Task MakeAsync(string key, HandOverReason reason, string? missedId = null)
    {
        await (attendance.OpensAt is { } opening
            ? voice.SayAsync($"{key}.opens", ("opening", voice.Moment(opening)))
            : voice.SayAsync(key));
        var terms = new CallBackTerms(attendance.GetsInTouchBy, reason, missedId);
        conversation.Remember(memory => memory with { Question = new PendingQuestion(QuestionKind.CallBack, terms.ToString()) });
    }
}

/// <summary>A call, an e-mail, or neither?</summary>
internal sealed record CallBack : Step
{
    public override string StatusKey => "status.next.Question";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Ask(new CallBackQuestion(
        turn.Voice, turn.Conversation, turn.HandOvers, turn.Facts, Attendance.Of(turn), turn.Origin, turn.Clock));
}

internal sealed class CallBackQuestion(
    Voice voice, Conversation conversation, HandOverFacts handOvers, JourneyFacts facts, Attendance attendance, ConversationOrigin origin,
    TimeProvider clock) : IQuestion
{
    private const string Neither = "Neither";

    /// <summary>The time that was told with the question is kept so long; who answers later is told a later one.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    public string Id => "call-back";

    private static string[] Ways => [nameof(DeskTaskKind.CallBack), nameof(DeskTaskKind.EMail), Neither];

    private IReadOnlyList<Choosable> Choices => [.. Ways.Select(way => new Choosable(way, voice.Text($"callback.{way}")))];

    private string Title => voice.Text("callback.title", ("by", voice.Moment(By)));

    private CallBackTerms? Told => CallBackTerms.Read(conversation.Memory.Question?.Argument);

    private DateTimeOffset By => attendance.GetsInTouchBy is var by && Told is { By: var told } && by - told <= Kept ? told : by;

    public Task AskAsync(bool again, CancellationToken cancellationToken) => again
        ? voice.AskAsync("option.retry")
        : voice.ShowAsync("choices", Title, new JsonObject
        {
            ["title"] = Title,
            ["text"] = voice.Text("option.text"),
            ["options"] = Choosable.Options(Choices),
        });

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (Choosable.Chosen(reply, Choices) is not { Id: var chosen })
        {
            return false;
        }

        var (by, told) = (By, Told);
        conversation.Remember(memory => memory with { Question = null });
        if (Enum.TryParse<DeskTaskKind>(chosen, out var kind))
        {
            await PromiseAsync(kind, by, told, cancellationToken);
        }
        else
        {
            await voice.SayAsync("command.kept");
        }

        return true;
    }

    private async Task PromiseAsync(DeskTaskKind kind, DateTimeOffset by, CallBackTerms? told, CancellationToken cancellationToken)
    {
        var missed = told?.MissedId is { } id ? await handOvers.FindEndedAsync(id, cancellationToken) : null;
        missed ??= new HandOverRequest(voice, conversation, handOvers, origin, clock).Miss(told?.Reason ?? HandOverReason.AskedFor);
        var task = DeskTask.Of(
            missed, Guid.NewGuid().ToString("N"), kind, what: "", by, @for: null, by: null, clock.GetUtcNow());
        await handOvers.AddTaskAsync(task, cancellationToken);
        new Promises(facts, voice).Add(task);
        await voice.SayAsync($"callback.noted.{kind}", ("by", voice.Moment(by)));
    }
}

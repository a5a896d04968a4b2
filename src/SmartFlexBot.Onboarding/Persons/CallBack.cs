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
    /// <param name="about">The reason for a person; or the id of the hand-over to which nobody has come.</param>
    public async Task MakeAsync(string key, string about)
    {
        await (attendance.OpensAt is { } opening
            ? voice.SayAsync($"{key}.opens", ("opening", voice.Moment(opening)))
            : voice.SayAsync(key));
        conversation.Remember(memory => memory with { Question = new PendingQuestion(QuestionKind.CallBack, about) });
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

    public string Id => "call-back";

    private static string[] Ways => [nameof(DeskTaskKind.CallBack), nameof(DeskTaskKind.EMail), Neither];

    private IReadOnlyList<Choosable> Choices => [.. Ways.Select(way => new Choosable(way, voice.Text($"callback.{way}")))];

    private string Title => voice.Text("callback.title", ("by", voice.Moment(attendance.GetsInTouchBy)));

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

        var about = conversation.Memory.Question?.Argument;
        conversation.Remember(memory => memory with { Question = null });
        if (Enum.TryParse<DeskTaskKind>(chosen, out var kind))
        {
            await PromiseAsync(kind, about, cancellationToken);
        }
        else
        {
            await voice.SayAsync("command.kept");
        }

        return true;
    }

    /// <param name="about">As the offer was made.</param>
    private async Task PromiseAsync(DeskTaskKind kind, string? about, CancellationToken cancellationToken)
    {
        var by = attendance.GetsInTouchBy;
        var missed = (about is null ? null : await handOvers.FindEndedAsync(about, cancellationToken)) ?? Missed(about);
        var task = new DeskTask(
            Guid.NewGuid().ToString("N"), missed.Id, conversation.Key, origin.AccountNumber, voice.Locale, kind, What: "", by,
            For: null, By: null, clock.GetUtcNow())
        {
            CustomerName = missed.CustomerName,
            Reason = missed.Reason,
        };
        await handOvers.KeepEndedAsync(missed with { Tasks = [.. missed.Tasks, task.Id] }, cancellationToken);
        handOvers.AddTask(task);
        new Promises(facts, voice).Add(task);
        await voice.SayAsync($"callback.noted.{kind}", ("by", voice.Moment(by)));
    }

    /// <summary>Nobody was there to take it. Agents open it to see what was said, and whom they call.</summary>
    private HandOver Missed(string? about)
    {
        var now = clock.GetUtcNow();
        return new HandOver
        {
            Id = Guid.NewGuid().ToString("N"),
            Conversation = conversation.Key,
            AccountNumber = origin.AccountNumber,
            PropertyId = conversation.Memory.PropertyId,
            CustomerName = origin.UserName,
            Locale = voice.Locale,
            Reason = Enum.TryParse<HandOverReason>(about, out var reason) ? reason : HandOverReason.AskedFor,
            Step = conversation.Memory.At ?? "status.next.Question",
            State = HandOverState.Failed,
            RequestedAt = now,
            Since = now,
            HeardAt = now,
            EndedAt = now,
        };
    }
}

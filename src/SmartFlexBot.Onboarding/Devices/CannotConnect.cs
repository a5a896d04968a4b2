using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Persons;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Devices;

/// <summary>The tenant does not have what the customer named: it is said once, with the ways to go on.</summary>
internal sealed record CannotConnect(DeviceKind Kind) : Step
{
    public override string Key => $"CannotConnect:{Kind}";

    public override string StatusKey => "status.next.OtherDevice";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) =>
        new StepRun.Ask(new CannotConnectQuestion(
            turn.Voice, turn.Conversation, turn.Facts, DeviceListening.Of(turn), new Wish(turn.Events, turn.Facts),
            PersonCall.Of(turn), this))
        { HearsBesideQuestions = true };
}

/// <summary>The other device instead, another one of the kind, to be told when it is possible, or a person.</summary>
internal sealed class CannotConnectQuestion(
    Voice voice, Conversation conversation, JourneyFacts facts, DeviceListening listening, Wish wish, PersonCall persons,
    CannotConnect step) : IQuestion
{
    private const string Other = "other";
    private const string Another = "another";
    private const string TellMe = "tell-me";
    private const string Person = "person";

    public string Id => "cannot-connect";

    /// <summary>Why not, and until when.</summary>
    public string Explanation => voice.Text("cannot.why");

    private bool IsCharger => step.Kind == DeviceKind.ChargePoint;

    private DeviceAnswer Answer => (IsCharger ? facts.Journey.ChargePoint : facts.Journey.Vehicle)!;

    /// <summary>There is none of the other kind, or it cannot be connected either.</summary>
    private bool IsAlone => (IsCharger ? facts.Journey.Vehicle : facts.Journey.ChargePoint) is { IsNone: true } or { IsUnknown: true };

    private IReadOnlyList<Choosable> Ways =>
    [
        .. IsAlone ? Array.Empty<Choosable>() : [new(Other, voice.Text($"cannot.other.{step.Kind}"))],
        new(Another, voice.Text($"cannot.another.{step.Kind}")),
        new(TellMe, voice.Text("cannot.tell-me")),
        new(Person, voice.Text("cannot.person")),
    ];

    public Task AskAsync(bool again, CancellationToken cancellationToken) => again
        ? voice.AskAsync("cannot.text")
        : voice.ShowAsync("choices", Title(name => name), new JsonObject
        {
            ["title"] = Title(MarkdownText.Escape),
            ["text"] = voice.Text("cannot.text"),
            ["options"] = Choosable.Options(Ways),
        });

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        switch (Choosable.Chosen(reply, Ways)?.Id ?? (WantsToBeTold(reply) ? TellMe : null))
        {
            case Other:
                Take(Answer with { IsSetAside = true });
                return true;
            case Another:
                Take(null);
                return true;
            case TellMe:
                await NoteAsync();
                return true;
            case Person:
                conversation.Remember(memory => memory with { Later = step.Key });
                await persons.CallAsync(HandOverReason.AskedFor, reply.IsCard ? "" : reply.Text, "person");
                return true;
            default:
                return !reply.IsCard && await listening.HearAsync(reply, Question, cancellationToken) == DeviceHearing.Used;
        }
    }

    /// <summary>"Let me know when it's possible" asks nothing, though it sounds so.</summary>
    private bool WantsToBeTold(Reply reply) => !reply.IsCard && voice.Text("words.tell-me").Split('|')
        .Any(words => reply.Text.Contains(words, StringComparison.OrdinalIgnoreCase));

    private DeviceQuestion Question => IsCharger ? DeviceQuestion.ChargePoint : DeviceQuestion.Vehicle;

    private string Title(Func<string, string> write) => Answer switch
    {
        { Make: null } => voice.Text($"cannot.title.{step.Kind}"),
        { Make: { } make, Model: null } => voice.Text("cannot.title.make", ("make", write(make))),
        _ => voice.Text("cannot.title", ("device", write(Answer.DisplayName))),
    };

    /// <summary>Where nothing else is left to connect, the next step says that it is noted.</summary>
    private async Task NoteAsync()
    {
        wish.NoteDevice(step.Kind, Answer);
        Take(Answer with { IsSetAside = true });
        if (!IsAlone)
        {
            await voice.SayAsync("cannot.noted");
        }
    }

    private void Take(DeviceAnswer? answer)
    {
        facts.Update(journey => IsCharger ? journey with { ChargePoint = answer } : journey with { Vehicle = answer });
        conversation.Remember(memory => memory with { Offers = [.. memory.Offers.Where(offer => offer.Kind != step.Kind)] });
    }
}

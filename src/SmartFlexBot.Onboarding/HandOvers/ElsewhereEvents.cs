using System.Text.Json;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>
/// A customer who has a person in one conversation and writes in another of theirs: the same person, in one chat. These events go between
/// the two.
/// </summary>
public static class ElsewhereEvents
{
    /// <summary>Whoever the customer is in the hand-over's own chat when they write in another.</summary>
    public const string CustomerId = "customer-elsewhere";

    /// <summary>To the hand-over's conversation: the customer has written in another one. Value: <see cref="SaidElsewhere"/>.</summary>
    public const string Said = "handover/said-elsewhere";

    /// <summary>To the hand-over's conversation: they would rather not wait. Value: <see cref="SaidElsewhere"/>.</summary>
    public const string Left = "handover/left-elsewhere";

    /// <summary>To the other conversation: the person has written. Value: <see cref="PersonSaid"/>.</summary>
    public const string Answered = "handover/answered-elsewhere";

    /// <summary>To the other conversation: the chat is the bot's again. Value: <see cref="PersonSaid"/>.</summary>
    public const string Over = "handover/over-elsewhere";

    public static Activity Event(string name, SaidElsewhere said) => new()
    {
        Type = ActivityTypes.Event,
        Name = name,
        Value = JsonSerializer.SerializeToNode(said, DeskJson.Default.SaidElsewhere),
    };

    public static Activity Event(string name, PersonSaid said) => new()
    {
        Type = ActivityTypes.Event,
        Name = name,
        Value = JsonSerializer.SerializeToNode(said, DeskJson.Default.PersonSaid),
    };
}

/// <param name="From">The conversation that it was written in.</param>
public sealed record SaidElsewhere(string HandOverId, string From, string Text);

/// <param name="Name">The person's, as customers see it; empty where none had come.</param>
/// <param name="File">What they have sent along, by name; null for nothing.</param>
/// <param name="Act">Names it for ever.</param>
public sealed record PersonSaid(string HandOverId, string Name, string Text, string? File, string Act);

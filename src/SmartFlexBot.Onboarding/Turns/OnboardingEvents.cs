using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>Events that this bot puts into its own conversations. Each slice names its own; these are everybody's.</summary>
public static class OnboardingEvents
{
    /// <summary>
    /// The browser came back from the maker's page. Its whole address is the activity's protected value. Value: {"stepId","ticket"}:
    /// the ticket by its record key, which opens nothing.
    /// </summary>
    public const string SignInReturned = "signin/returned";

    /// <summary>A link was opened. Value: {"stepId"}.</summary>
    public const string LinkOpened = "link/opened";

    /// <summary>Who opened a link had not asked for it. Value: {"ticket"}, by its record key.</summary>
    public const string LinkRefused = "link/refused";

    /// <summary>
    /// A customer has signed in to accounts of theirs with a link of the chat. What was proved is the activity's protected value.
    /// Value: {"ticket"}, by its record key.
    /// </summary>
    public const string AccountProved = "account/proved";

    /// <summary>The conversation acts for another account than in its last turn.</summary>
    public const string AccountChanged = "account/changed";

    /// <summary>Something was learnt of the journey in another conversation.</summary>
    public const string Changed = "journey/changed";

    public static Activity Event(string name, JsonObject? value = null) => new() { Type = ActivityTypes.Event, Name = name, Value = value };

    /// <returns>A text of the event's value; null when it has none by this name.</returns>
    public static string? Word(this JsonObject? value, string name) =>
        value?[name] is JsonValue word && word.TryGetValue(out string? text) ? text : null;
}

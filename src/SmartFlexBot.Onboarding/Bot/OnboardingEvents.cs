using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>The events that this bot puts into its own conversations.</summary>
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

    /// <summary>Kraken was busy or could not be read: try again.</summary>
    public const string TryAgain = "journey/try-again";

    /// <summary>A test charge is due to be told of. Value: {"stepId","minutes"}.</summary>
    public const string TestProgress = "test/progress";

    /// <summary>The time to connect the device after a switch runs out. Value: {"days"}: how many are left.</summary>
    public const string TariffDeadline = "tariff/deadline";

    /// <summary>Something was learnt of the journey in another conversation.</summary>
    public const string Changed = "journey/changed";

    /// <summary>The conversation that was to tell the news has not: tell it here.</summary>
    public const string TellHere = "journey/tell-here";

    public const string Nudge = "journey/nudge";

    public const string Silence = "journey/silence";

    /// <summary>The page's language menu. Value: {"locale"}.</summary>
    public const string LanguageChosen = "webchat/language/changed";

    public static Activity Event(string name, JsonObject? value = null) => new() { Type = ActivityTypes.Event, Name = name, Value = value };
}

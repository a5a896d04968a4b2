namespace SmartFlexBot.Channels.BotConnector;

/// <summary>Settings of <c>/api/messages</c>, where channels that speak the Bot Framework protocol post (section "BotConnector").</summary>
public sealed class BotConnectorOptions
{
    public const string SectionName = "BotConnector";

    /// <summary>
    /// The bot's app id at its channels. Empty in Development: then callers on this machine need no token, such as the Microsoft 365
    /// Agents Playground. Everywhere else nobody is let in without one.
    /// </summary>
    public string? AppId { get; set; }

    /// <summary>
    /// The Kraken account that conversations act for while there is no app id, in Development alone. Without it they act for none.
    /// </summary>
    public string? DevelopmentAccount { get; set; }
}

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>Settings of <c>/api/messages</c>, where channels that speak the Bot Framework protocol post (section "BotConnector").</summary>
public sealed class BotConnectorOptions
{
    public const string SectionName = "BotConnector";

    /// <summary>
    /// The bot's app id at its channels, a GUID: with it they are let in by their tokens. Empty in Development: then callers on this
    /// machine need no token, such as the Microsoft 365 Agents Playground. Empty elsewhere nobody is let in.
    /// </summary>
    public string? AppId { get; set; }

    /// <summary>Where the bot is registered.</summary>
    public BotCloud Cloud { get; set; }

    /// <summary>
    /// Further hosts that replies, and the bot's token with them, may go to: "connector.example.com", or ".example.com" for all below it.
    /// </summary>
    public IList<string> ServiceHosts { get; } = [];

    /// <summary>
    /// The Kraken account that conversations act for while there is no app id, in Development alone. Without it they act for none.
    /// </summary>
    public string? DevelopmentAccount { get; set; }

    internal bool HasAppId => !string.IsNullOrEmpty(AppId);
}

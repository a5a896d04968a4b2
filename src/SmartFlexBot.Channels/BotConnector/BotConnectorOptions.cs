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

    /// <summary>The Entra tenant of the app, its id or domain. Empty for a bot of several tenants and for a managed identity.</summary>
    public string? TenantId { get; set; }

    /// <summary>What the bot proves itself with: this, a certificate or a managed identity, one of them.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A .pfx with the private key.</summary>
    public string? CertificatePath { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>True when the app id is that of the managed identity of the machine.</summary>
    public bool ManagedIdentity { get; set; }

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

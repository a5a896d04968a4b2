namespace SmartFlexBot.Desk.Hubs.Genesys;

/// <summary>Settings section "Hub:Genesys". Without <see cref="Region"/> there is no such hub.</summary>
public sealed class GenesysOptions
{
    public const string Section = "Hub:Genesys";

    /// <summary>The region's domain, such as mypurecloud.de: api. and login. before it are called, and nothing else.</summary>
    public string? Region { get; set; }

    /// <summary>The id of the Open Messaging integration.</summary>
    public string IntegrationId { get; set; } = "";

    /// <summary>Of an OAuth client with the grant "Client Credentials".</summary>
    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>The integration's "outbound notification webhook signature secret token".</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>What the trigger on the end of an agent's part shows at /hubs/genesys/ended, as "Authorization: Bearer …".</summary>
    public string EndSecret { get; set; } = "";

    /// <summary>The agents' language.</summary>
    public string Locale { get; set; } = "en";

    /// <summary>How long nobody has to be with the customer before it has ended: a transfer ends an agent's part too.</summary>
    public TimeSpan TransferWait { get; set; } = TimeSpan.FromSeconds(15);

    /// <param name="part">"api" or "login".</param>
    internal string Address(string part) => IsOnThisMachine ? $"http://{Region}" : $"https://{part}.{Region}";

    /// <summary>For trying out, with a port.</summary>
    internal bool IsOnThisMachine => Region?.Split(':')[0] is "localhost" or "127.0.0.1";
}

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>Which of Microsoft's clouds the bot is registered in.</summary>
public enum BotCloud
{
    Public,

    /// <summary>For the government of the United States (GCC High and DoD). GCC is in the public one.</summary>
    Government,
}

/// <summary>What differs between the clouds (bot protocol C1, C2, C3).</summary>
/// <param name="Issuer">Who signs what channels post; not the one who signs the tokens of bots.</param>
/// <param name="OpenIdMetadata">Names where the keys of that issuer are.</param>
/// <param name="Login">Where a bot gets its own token, without the tenant.</param>
/// <param name="MultiTenant">The tenant that a bot of no single tenant is in.</param>
/// <param name="Resource">What that token is for.</param>
/// <param name="ServiceHosts">Hosts that a token may go to; one that begins with a dot is a suffix.</param>
internal sealed record ConnectorCloud(
    string Issuer, Uri OpenIdMetadata, Uri Login, string MultiTenant, string Resource, IReadOnlyList<string> ServiceHosts)
{
    private static readonly ConnectorCloud Public = new(
        "https://api.botframework.com",
        new("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        new("https://login.microsoftonline.com/"),
        "botframework.com",
        "https://api.botframework.com",
        // Anybody can have a name below trafficmanager.net.
        [".botframework.com", "smba.trafficmanager.net", ".teams.microsoft.com"]);

    private static readonly ConnectorCloud Government = new(
        "https://api.botframework.us",
        new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        new("https://login.microsoftonline.us/"),
        "MicrosoftServices.onmicrosoft.us",
        "https://api.botframework.us",
        [".botframework.azure.us", ".teams.microsoft.us"]);

    public static ConnectorCloud Of(BotCloud cloud) => cloud == BotCloud.Government ? Government : Public;
}

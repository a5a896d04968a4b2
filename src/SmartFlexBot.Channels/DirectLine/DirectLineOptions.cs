namespace SmartFlexBot.Channels.DirectLine;

/// <summary>Settings of our own Direct Line server (section "DirectLine"). Checked when the host starts.</summary>
public sealed class DirectLineOptions
{
    public const string SectionName = "DirectLine";

    /// <summary>The default in Development, so that a fresh clone runs. Refused anywhere else.</summary>
    public const string DevelopmentSecret = "development-direct-line-secret-not-for-production";

    /// <summary>What the supplier's server shows at <c>tokens/generate</c>. At least 32 characters; never given to a browser.</summary>
    public string? Secret { get; set; }

    /// <summary>A second live secret, so that one can be replaced while the other is in use.</summary>
    public string? Secret2 { get; set; }

    /// <summary>
    /// What signs tokens. Without it the key comes from <see cref="Secret"/>, so tokens survive a restart and nodes agree, and
    /// tokens signed under <see cref="Secret2"/> stay good while secrets are rotated.
    /// </summary>
    public string? SigningKey { get; set; }

    /// <summary>How long a token is good for. Clients renew it at half of 30 minutes.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after it was issued a token can be renewed; then the page asks its own backend for a new session.</summary>
    public TimeSpan MaximumTokenAge { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// Origins of pages elsewhere that may talk to this server, such as "https://www.supplier.example". Once there are any, pages
    /// from other origins are refused (our own always may); they win over the origins named at <c>tokens/generate</c>.
    /// </summary>
    public string[] TrustedOrigins { get; set; } = [];

    /// <summary>Characters of one posted activity as JSON; the protocol's own limit is 256 K.</summary>
    public int MaximumActivityCharacters { get; set; } = 256 * 1024;

    /// <summary>Files of one upload.</summary>
    public int MaximumFiles { get; set; } = 5;

    public long MaximumFileBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>All files of one upload together.</summary>
    public long MaximumUploadBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>The bot as activities name it.</summary>
    public string BotId { get; set; } = "smartflexbot";

    public string BotName { get; set; } = "SmartFlexBot";
}

namespace SmartFlexBot.Desk.Hubs.Chatwoot;

/// <summary>Settings section "Hub:Chatwoot". Without <see cref="Url"/> there is no such hub.</summary>
public sealed class ChatwootOptions
{
    public const string Section = "Hub:Chatwoot";

    /// <summary>Where Chatwoot is, such as https://chat.example.com. Nothing else is called.</summary>
    public Uri? Url { get; set; }

    /// <summary>The number in the address of Chatwoot's own pages: /app/accounts/1/…</summary>
    public long AccountId { get; set; }

    /// <summary>The number of the inbox, whose channel is "API".</summary>
    public long InboxId { get; set; }

    /// <summary>The access token of an administrator made for the bot: only one may delete contacts.</summary>
    public string Token { get; set; } = "";

    /// <summary>The webhook secret that Chatwoot shows beside the inbox; not its HMAC token, which is for identities.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>The agents' language.</summary>
    public string Locale { get; set; } = "en";
}

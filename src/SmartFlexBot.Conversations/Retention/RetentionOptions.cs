using System.ComponentModel.DataAnnotations;

namespace SmartFlexBot.Conversations.Retention;

/// <summary>Settings section "Retention": how long each kind is kept. Nothing that is still open is dropped.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    private const string Least = "1.00:00:00";
    private const string Most = "7300.00:00:00";
    private const string Between = "must lie between 1 day and 20 years, such as 90.00:00:00.";

    /// <summary>What was said, from when it was said; a conversation that nothing is left of goes too.</summary>
    [Range(typeof(TimeSpan), Least, Most, ErrorMessage = $"Retention:Messages {Between}")]
    public TimeSpan Messages { get; set; } = TimeSpan.FromDays(90);

    /// <summary>The knowledge that a message or a command came before: so long it is not taken twice.</summary>
    [Range(typeof(TimeSpan), Least, Most, ErrorMessage = $"Retention:Inbox {Between}")]
    public TimeSpan Inbox { get; set; } = TimeSpan.FromDays(30);

    /// <summary>What is known of a customer's way to a LIVE device, from when it last changed.</summary>
    [Range(typeof(TimeSpan), Least, Most, ErrorMessage = $"Retention:Journeys {Between}")]
    public TimeSpan Journeys { get; set; } = TimeSpan.FromDays(400);

    /// <summary>Evidence: consents, and copies of agreements. Six years, within which contracts are disputed in Great Britain.</summary>
    [Range(typeof(TimeSpan), Least, Most, ErrorMessage = $"Retention:Consents {Between}")]
    public TimeSpan Consents { get; set; } = TimeSpan.FromDays(6 * 366);

    /// <summary>Events that the webhook took or refused for good.</summary>
    [Range(typeof(TimeSpan), Least, Most, ErrorMessage = $"Retention:Webhooks {Between}")]
    public TimeSpan Webhooks { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Watches that are over and that nobody has ended.</summary>
    [Range(typeof(TimeSpan), Least, Most, ErrorMessage = $"Retention:Watches {Between}")]
    public TimeSpan Watches { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How often it is looked for what is over.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Retention:Interval must lie between 1 s and 1 day.")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(1);
}

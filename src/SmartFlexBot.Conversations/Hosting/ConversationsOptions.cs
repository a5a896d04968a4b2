using System.ComponentModel.DataAnnotations;

namespace SmartFlexBot.Conversations.Hosting;

/// <summary>Settings section "Conversations".</summary>
public sealed class ConversationsOptions
{
    public const string Section = "Conversations";

    /// <summary>How long one run of a turn may take for its reads.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00", ErrorMessage = "Conversations:TurnTimeout must lie between 0.1 s and 10 minutes.")]
    public TimeSpan TurnTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>After this long the customer sees that the bot is at work.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Conversations:TypingAfter must lie between 0.1 s and 1 minute.")]
    public TimeSpan TypingAfter { get; set; } = TimeSpan.FromMilliseconds(700);

    /// <summary>How often each node looks for work that nobody does.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Conversations:SweepInterval must lie between 0.1 s and 1 minute.")]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a reader of the log waits at most before it looks by itself.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00",
        ErrorMessage = "Conversations:SlowPollInterval must lie between 0.1 s and 1 minute.")]
    public TimeSpan SlowPollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often watches are looked at whose customer is not in the chat, unless they ask for a slower pace themselves.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Conversations:AwayWatchInterval must lie between 1 s and 1 day.")]
    public TimeSpan AwayWatchInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a command or a reading may take; a command that takes longer is reconciled.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Conversations:CommandTimeout must lie between 1 s and 10 minutes.")]
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Commands carried out at the same time.</summary>
    [Range(1, 1000, ErrorMessage = "Conversations:ParallelCommands must lie between 1 and 1000.")]
    public int ParallelCommands { get; set; } = 16;

    /// <summary>The bot's id in the activities it sends.</summary>
    [Required(ErrorMessage = "Conversations:BotId is empty.")]
    public string BotId { get; set; } = "smartflexbot";

    /// <summary>The bot's name in the activities it sends.</summary>
    public string BotName { get; set; } = "SmartFlexBot";
}

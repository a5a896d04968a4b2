using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>
/// The channels that are reached through a connector. Conversations of "directline" are our own server's: those of the Direct Line that
/// Azure hosts have a name of their own here, so that nobody's token of one opens the other's.
/// </summary>
internal static class ConnectorChannels
{
    public const string Teams = "msteams";

    private const string DirectLine = "directline";

    /// <summary>Direct Line that Azure hosts, as we call it.</summary>
    public const string HostedDirectLine = "azure.directline";

    /// <summary>Web Chat that Azure hosts.</summary>
    public const string WebChat = "webchat";

    // What each renders is in the bot protocol, part F1.
    public static IReadOnlyDictionary<string, ChannelCapabilities> All { get; } =
        new Dictionary<string, ChannelCapabilities>(StringComparer.Ordinal)
        {
            [HostedDirectLine] = new("1.6", 28_000, 256 * 1024),
            ["emulator"] = new("1.5", 28_000, 256 * 1024),
            [Teams] = new("1.5", 28_000, 25 * 1024)
            {
                MaximumTitleLength = 80,
                MaximumSuggestedActions = 6,
                ShowsSvg = false,
                AnswersInPlace = true,
                WidensCards = true,
                TakesEvents = false,
                KnowsOurData = false,
            },
            ["test"] = new("1.6", 28_000, 256 * 1024),
            [WebChat] = new("1.6", 28_000, 256 * 1024),
        };

    /// <summary>"msteams:COPILOT" is Teams, seen through another door.</summary>
    public static string BaseOf(string channelId) => channelId.Split(':', 2)[0];

    /// <param name="wire">As it stands in activities.</param>
    public static string KeyOf(string wire) => BaseOf(wire) is DirectLine ? HostedDirectLine : BaseOf(wire);

    /// <summary>What the channel is called in activities.</summary>
    public static string WireOf(string key) => key == HostedDirectLine ? DirectLine : key;
}

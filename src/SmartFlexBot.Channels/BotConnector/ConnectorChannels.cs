using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>
/// The channels that are reached through a connector. Not "directline": those conversations are our own server's, with tokens of
/// their own.
/// </summary>
internal static class ConnectorChannels
{
    public const string Teams = "msteams";

    // What each renders is in the bot protocol, part F1.
    public static IReadOnlyDictionary<string, ChannelCapabilities> All { get; } =
        new Dictionary<string, ChannelCapabilities>(StringComparer.Ordinal)
        {
            ["emulator"] = new("1.5", 28_000, 256 * 1024),
            [Teams] = new("1.5", 28_000, 28 * 1024),
            ["test"] = new("1.6", 28_000, 256 * 1024),
            ["webchat"] = new("1.6", 28_000, 256 * 1024),
        };

    /// <summary>"msteams:COPILOT" is Teams, seen through another door.</summary>
    public static string BaseOf(string channelId) => channelId.Split(':', 2)[0];
}

namespace SmartFlexBot.Mutation;

/// <summary>Faults that are none: by hand, each with the reason. They are tried, and don't count when nobody notices them.</summary>
internal static class Equivalents
{
    private static readonly (string File, string Original, string Changed, string Reason)[] Known =
    [
        ("Tariffs/PriceWindow.cs", "piece.From < start", "piece.From <= start", "the later of two equal moments is either"),
        ("Delivery/DeliveryLane.cs", "waiting.Count < Batch", "false", "one more read, which finds nothing"),
        ("Delivery/DeliveryLane.cs", "marks.Clear();", "", "what was awaited is awaited once more"),
        ("Delivery/DeliveryLane.cs", "item.NotBefore > services.Time.UnixNow()", "item.NotBefore >= services.Time.UnixNow()",
            "a millisecond, and the next sweep comes after it"),
        ("Turns/TurnCommitter.cs", "effects.Sent.Count > 0", "true", "who waits for the log is woken, finds nothing and waits again"),
        ("Turns/TurnCommitter.cs", "effects.Sent.Count > 0", "effects.Sent.Count >= 0", "the same"),
        ("Turns/TurnCommitter.cs", "effects.Commands.Count > 0", "true", "the loop looks once more and finds nothing"),
        ("Turns/TurnCommitter.cs", "effects.Commands.Count > 0", "effects.Commands.Count >= 0", "the same"),
        ("Turns/TurnCommitter.cs", "effects.Watches.Count > 0", "true", "the same"),
        ("Turns/TurnCommitter.cs", "effects.Watches.Count > 0", "effects.Watches.Count >= 0", "the same"),
        ("Turns/TurnCommitter.cs", "effects.Events.Count > 0", "true", "the same"),
        ("Turns/TurnCommitter.cs", "effects.Events.Count > 0", "effects.Events.Count >= 0", "the same"),
        ("Turns/TurnLane.cs", "item.IsOwn", "true", "logs alone: what is no own item has long been given up by then"),
        ("Turns/TurnLane.cs", "said.Count > 0", "true", "the deliveries look once more and find nothing"),
        ("Turns/TurnLane.cs", "said.Count > 0", "said.Count >= 0", "the same"),
        ("Inbox/ConversationInbox.cs", "!acceptance.Duplicate", "true", "the lane looks once more and finds nothing"),
        ("Commands/CommandClaims.cs", "limit > 0", "limit >= 0", "none are claimed of none"),
        ("Classic/ClassicAnswers.cs", "from <= 3", "from < 3", "what is chosen again is written over at once"),
        ("Questions/HeardQuestion.cs", "second.Start < first.Start", "second.Start <= first.Start", "two begin at two places"),
        ("Retention/RetentionJob.cs", "all > 0", "true", "logs alone"),
        ("Commands/CommandWork.cs", "unclearFor < FirstLook", "false", "the next sweep comes no earlier"),
        ("Proxy/UnnamedProxies.cs", "1", "2", "said is said, whatever the number"),
        ("DirectLine/BrowserCookie.cs", "true", "false", "cookies that are not essential are written as well: no consent feature is on"),
        ("BotConnector/ConnectorOutbound.cs", "saidAt + Longest < time.GetUtcNow()", "saidAt + Longest <= time.GetUtcNow()",
            "the very tick, after an answer over the network"),
        ("Http/RouteQuota.cs", "perMinute < 60", "perMinute <= 60", "a minute by sixty is a second"),
        ("Store/StoreServices.cs",
            "services.AddLogging(logging => logging.AddFilter(\"Microsoft.AspNetCore.DataProtection.KeyManagement\", LogLevel.Error));",
            "", "logs alone"),
        ("ConversationsServices.cs",
            "builder.Logging .AddFilter(\"Orleans\", LogLevel.Warning) .AddFilter(\"Microsoft.Orleans\", LogLevel.Warning)"
                + " .AddFilter(\"Orleans.Runtime.Silo\", LogLevel.Error) .AddFilter(\"Orleans.Runtime.Watchdog\", LogLevel.Error)"
                + " .AddFilter(\"Polly\", LogLevel.Warning);",
            "", "logs alone"),
    ];

    public static string? Of(Fault fault) => Known.FirstOrDefault(known =>
        fault.File.EndsWith(known.File, StringComparison.Ordinal) && fault.Original == known.Original
            && fault.Changed == known.Changed).Reason;
}

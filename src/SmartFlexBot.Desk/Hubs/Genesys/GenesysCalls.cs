namespace SmartFlexBot.Desk.Hubs.Genesys;

internal enum GenesysMeaning
{
    /// <summary>Nothing that is used, such as what a later version may add.</summary>
    Nothing,

    /// <summary>There may be something to read: also a file without a word.</summary>
    News,

    /// <summary>An agent types to the customer.</summary>
    Typing,
}

/// <summary>What Genesys' webhooks are about: the whole table. Pure.</summary>
internal static class GenesysCalls
{
    public static GenesysMeaning MeaningOf(GenesysDelivery delivery) => delivery switch
    {
        { Type: "Event", Events: { } events } when events.Any(one => one.EventType == "Typing") => GenesysMeaning.Typing,
        { Type: "Text" or "Structured" } => GenesysMeaning.News,
        _ => GenesysMeaning.Nothing,
    };

    /// <summary>Genesys' own word for "the same message": its id, together with its time.</summary>
    public static string KeyOf(GenesysDelivery delivery) => $"{delivery.Id}@{delivery.Channel?.Time}";
}

namespace SmartFlexBot.Desk.Hubs;

/// <param name="Wall">The wall clock itself: a hub's signature names the time by its own.</param>
public sealed record HubClock(TimeProvider Wall);

namespace SmartFlexBot.Desk.Hubs;

/// <param name="Locale">The agents' language, in which notes to them are written.</param>
public sealed record HubSettings(string Locale);

namespace SmartFlexBot.KrakenSimulator.Endpoint;

/// <summary>Who asks.</summary>
/// <param name="Account">The only account to see; null for the organisation, which sees every one.</param>
internal sealed record Viewer(string? Account);

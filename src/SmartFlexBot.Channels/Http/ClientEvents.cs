namespace SmartFlexBot.Channels.Http;

/// <param name="Names">
/// Of events that clients may post beside their own ("webchat/…"). None of the runtime's: whoever could post those could speak for it.
/// </param>
public sealed record ClientEvents(IReadOnlyList<string> Names)
{
    private const string Own = "webchat/";

    public bool Allow(string name) => name.StartsWith(Own, StringComparison.Ordinal) || Names.Contains(name);
}

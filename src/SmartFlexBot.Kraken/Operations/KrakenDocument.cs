namespace SmartFlexBot.Kraken.Operations;

/// <summary>A GraphQL request: one operation and the fragments it uses.</summary>
/// <param name="Name">operationName.</param>
public sealed record KrakenDocument(string Name, string Text, bool IsMutation)
{
    /// <summary>Sending it twice does no more than sending it once. A second token harms nobody.</summary>
    public bool IsRepeatable => !IsMutation || Name == "ObtainKrakenToken";
}

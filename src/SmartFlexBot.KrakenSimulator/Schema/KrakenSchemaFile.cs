namespace SmartFlexBot.KrakenSimulator;

/// <summary>The schema that the simulator executes: the SmartFlex part of Kraken's public GraphQL schema.</summary>
public static class KrakenSchemaFile
{
    /// <summary>The text of <c>Schema/schema.graphql</c>. Tests validate the client's operations against it.</summary>
    public static string Read()
    {
        using var stream = typeof(KrakenSchemaFile).Assembly.GetManifestResourceStream("schema.graphql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

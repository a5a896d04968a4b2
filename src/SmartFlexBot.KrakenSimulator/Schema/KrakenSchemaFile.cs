namespace SmartFlexBot.KrakenSimulator;

/// <summary>The schema that the simulator executes: the SmartFlex part of Kraken's public GraphQL schema.</summary>
public static class KrakenSchemaFile
{
    /// <summary>The text of <c>Schema/schema.graphql</c>. Tests validate the client's operations against it.</summary>
    public static string Read() => Read("schema.graphql");

    /// <summary>The text of <c>Schema/assumed-quote.graphql</c>: what the simulator has and no public schema shows.</summary>
    public static string ReadAssumed() => Read("assumed-quote.graphql");

    private static string Read(string name)
    {
        using var stream = typeof(KrakenSchemaFile).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

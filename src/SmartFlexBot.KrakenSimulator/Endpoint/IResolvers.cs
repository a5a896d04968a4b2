namespace SmartFlexBot.KrakenSimulator.Endpoint;

/// <summary>The root fields of one feature.</summary>
internal interface IResolvers
{
    void AddTo(RootFields fields);
}

/// <summary>An answer whose GraphQL type is one of several.</summary>
internal interface ITypedView
{
    /// <summary>The name of its object type in the schema.</summary>
    string TypeName { get; }
}

using GraphQL;
using SmartFlexBot.KrakenSimulator.Faults;

namespace SmartFlexBot.KrakenSimulator.Endpoint;

/// <summary>What the resolvers need to know of a request.</summary>
/// <param name="viewer">Who asks; null when the token is missing or bad.</param>
/// <param name="tokenProblem">The error code for the fields that need a sign-in; null when there is a viewer.</param>
/// <param name="baseUri">Base address for links.</param>
/// <param name="faults">Errors to answer instead of acting.</param>
/// <param name="fields">The simulator that was asked.</param>
internal sealed class RequestContext(
    Viewer? viewer, string? tokenProblem, Uri baseUri, IReadOnlyList<Fault> faults, RootFields fields) : Dictionary<string, object?>
{
    public Viewer? Viewer => viewer;

    public string? TokenProblem => tokenProblem;

    public Uri BaseUri => baseUri;

    public IReadOnlyList<Fault> Faults => faults;

    public RootFields Fields => fields;

    /// <summary>The account that the field was found to concern; for the count of a refused mutation.</summary>
    public string? Account { get; set; }

    public static RequestContext Of(IResolveFieldContext context) => (RequestContext)context.UserContext;
}

using System.Collections.Frozen;
using SmartFlexBot.Kraken.Answers;

namespace SmartFlexBot.Kraken.Tenant;

/// <summary>The types of a tenant's schema that our operations name, each with its fields.</summary>
internal sealed class TenantTypes(
    string queryType, string? mutationType, FrozenDictionary<string, FrozenSet<string>> fields, FrozenSet<string> queryArguments)
{
    /// <returns>Null when the answer is of no use.</returns>
    public static TenantTypes? From(IntrospectionAnswer answer)
    {
        if (answer.Schema?.QueryType is not { Name: { } query, Fields: { } queryFields })
        {
            return null;
        }

        // Interfaces whose query came back null do not exist on this tenant, and neither do their implementations.
        TypeAnswer?[] asked =
            [answer.Schema.QueryType, answer.Schema.MutationType, answer.Step, answer.List, answer.Item, answer.Device, answer.Status];
        var fields = asked
            .OfType<TypeAnswer>()
            .SelectMany(type => (type.PossibleTypes ?? []).Append(type))
            .Where(type => type.Name is not null)
            .GroupBy(type => type.Name!)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.SelectMany(type => type.Fields ?? []).Select(field => field.Name ?? "").ToFrozenSet());
        var arguments = queryFields
            .SelectMany(field => (field.Args ?? []).Select(argument => $"{field.Name}({argument.Name})"))
            .ToFrozenSet();
        return new(query, answer.Schema.MutationType?.Name, fields, arguments);
    }

    public string Root(bool mutation) => mutation ? mutationType ?? "Mutation" : queryType;

    public bool HasType(string type) => fields.ContainsKey(type);

    /// <summary>True for the types that were not asked about: their fields are taken for granted.</summary>
    public bool HasField(string type, string field) =>
        !fields.TryGetValue(type, out var known) || known.Contains(field) || field.StartsWith("__", StringComparison.Ordinal);

    public bool HasQueryArgument(string field, string argument) => queryArguments.Contains($"{field}({argument})");
}

using GraphQL;
using SmartFlexBot.KrakenSimulator.Accounts;

namespace SmartFlexBot.KrakenSimulator.Endpoint;

/// <summary>Which accounts a request may see.</summary>
internal static class Viewers
{
    /// <exception cref="KrakenError">KT-CT-1111: unknown, or not this viewer's. Kraken does not say which.</exception>
    public static Account Require(this World world, IResolveFieldContext context, string? number)
    {
        if (number is null || !MaySee(context, number) || world.Find(number) is not { } account)
        {
            throw KrakenError.Of("KT-CT-1111");
        }

        return account;
    }

    public static bool MaySee(IResolveFieldContext context, string number) =>
        RequestContext.Of(context).Viewer is { } viewer && (viewer.Account is null || viewer.Account == number);

    /// <summary>The argument <c>input</c> of a mutation, never null here.</summary>
    /// <exception cref="KrakenError">KT-CT-4321: some mutations have it optional in the schema, and need it all the same.</exception>
    public static IDictionary<string, object?> Input(this IResolveFieldContext context) =>
        context.GetArgument<IDictionary<string, object?>?>("input") ?? throw KrakenError.Of("KT-CT-4321");

    public static object? GetValue(this IDictionary<string, object?> input, string key) =>
        input.TryGetValue(key, out var value) ? value : null;

    public static string? Text(this IDictionary<string, object?> input, string key) =>
        input.GetValue(key)?.ToString();
}

using GraphQL;
using SmartFlexBot.KrakenSimulator.Accounts;

namespace SmartFlexBot.KrakenSimulator.Endpoint;

/// <summary>What every root field passes first: sign-in, faults, and the count of what was refused.</summary>
internal sealed class RequestGate(World world)
{
    private static readonly string[] OwnedIds = ["wizardId", "deviceId"];

    public static object? ReadPublic(IResolveFieldContext context, Func<IResolveFieldContext, object?> resolve)
    {
        ThrowFault(context);
        return resolve(context);
    }

    public static object? Read(IResolveFieldContext context, Func<IResolveFieldContext, object?> resolve)
    {
        RequireViewer(context);
        return ReadPublic(context, resolve);
    }

    public object? Mutate(IResolveFieldContext context, Func<IResolveFieldContext, object?> resolve) =>
        CountRefusal(context, () => Read(context, resolve));

    public object? MutatePublic(IResolveFieldContext context, Func<IResolveFieldContext, object?> resolve) =>
        CountRefusal(context, () => ReadPublic(context, resolve));

    private object? CountRefusal(IResolveFieldContext context, Func<object?> mutate)
    {
        // Mutations of one request run one after the other, so the account noted last is this field's.
        var request = RequestContext.Of(context);
        request.Account = AccountOf(context);
        try
        {
            return mutate();
        }
        catch (KrakenError)
        {
            world.CountRefused(context.FieldDefinition.Name, request.Account);
            throw;
        }
    }

    private string? AccountOf(IResolveFieldContext context)
    {
        var input = context.GetArgument<IDictionary<string, object?>?>("input");
        if (input is null)
        {
            return null;
        }

        if (input.TryGetValue("accountNumber", out var number) && number is string known)
        {
            return world.Exists(known) ? known : null;
        }

        return OwnedIds
            .Select(key => input.TryGetValue(key, out var id) ? id?.ToString() : null)
            .Select(id => id is null ? null : world.OwnerOf(id))
            .FirstOrDefault(owner => owner is not null);
    }

    private static void RequireViewer(IResolveFieldContext context)
    {
        if (RequestContext.Of(context).TokenProblem is { } code)
        {
            throw KrakenError.Of(code);
        }
    }

    private static void ThrowFault(IResolveFieldContext context)
    {
        var fault = RequestContext.Of(context).Faults.FirstOrDefault(
            fault => fault.Concerns(context.FieldDefinition.Name, context.Operation.Name?.StringValue));
        if (fault is not null)
        {
            throw KrakenError.Of(fault.Code!, fault.Reasons);
        }
    }
}

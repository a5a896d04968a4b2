using System.Xml;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Faults;
using SmartFlexBot.KrakenSimulator.Wizard;

namespace SmartFlexBot.KrakenSimulator.Control;

internal static class FaultEndpoints
{
    private static readonly Dictionary<string, FaultKind> Kinds = new()
    {
        ["error"] = FaultKind.Error,
        ["httpStatus"] = FaultKind.HttpStatus,
        ["timeout"] = FaultKind.Timeout,
        ["late"] = FaultKind.Late,
        ["dropAnswer"] = FaultKind.DropAnswer,
        ["twice"] = FaultKind.Twice,
        ["malformed"] = FaultKind.Malformed,
        ["slow"] = FaultKind.Slow,
    };

    public static void MapFaults(this IEndpointRouteBuilder control)
    {
        control.MapGet("/faults", Show);
        control.MapPut("/faults", AddAsync);
        control.MapDelete("/faults", Clear);
    }

    private static async Task<IResult> AddAsync(HttpContext http, World world, FaultStore faults)
    {
        var entries = await ControlRequest.ReadManyAsync(http, ControlJson.Default.FaultEntry);
        // All is read before anything is kept: a bad entry changes nothing.
        var wanted = entries.Where(entry => entry.Operation is not null).Select(entry => Read(world, entry)).ToList();
        var tests = entries.Where(entry => entry.Operation is null).Select(entry => ReadNextTest(world, entry)).ToList();
        faults.Add(wanted);
        foreach (var (account, reason) in tests)
        {
            world.Change(account, null, (known, _) => known with { NextTests = reason is null ? [] : [reason] });
        }

        return Show(world, faults);
    }

    private static Fault Read(World world, FaultEntry entry)
    {
        if (entry.NextTest is not null)
        {
            throw BadControlException.Bad("\"nextTest\" does not go with \"operation\": send two entries.");
        }

        if (entry.Kind is null || !Kinds.TryGetValue(entry.Kind, out var kind))
        {
            throw BadControlException.Bad($"\"kind\" must be one of {string.Join(", ", Kinds.Keys)}.");
        }

        if (kind == FaultKind.Error && entry.Code is null)
        {
            throw BadControlException.Bad("The kind error needs \"code\", such as KT-CT-4376.");
        }

        if (kind == FaultKind.HttpStatus && entry.Status is null or < 400 or > 599)
        {
            throw BadControlException.Bad("The kind httpStatus needs \"status\" between 400 and 599.");
        }

        if (kind is FaultKind.Late or FaultKind.Slow && entry.Delay is null)
        {
            throw BadControlException.Bad($"The kind {entry.Kind} needs \"delay\", such as PT10S.");
        }

        if (entry.Times < 0)
        {
            throw BadControlException.Bad("\"times\" must be 1 or more, or 0 for ever.");
        }

        return new(entry.Operation!, kind, Known(world, entry.Account), entry.Code, entry.Reasons, entry.Status,
            entry.Delay is null ? null : ControlRequest.Duration("delay", entry.Delay), entry.Times ?? 1);
    }

    private static (string Account, string? Reason) ReadNextTest(World world, FaultEntry entry)
    {
        if (entry.Kind is not null)
        {
            throw BadControlException.Bad(
                "A fault needs \"operation\": a root field such as deviceRegistration, an operation name, or \"*\".");
        }

        if (Known(world, entry.Account) is not { } account)
        {
            throw BadControlException.Bad("\"nextTest\" needs \"account\".");
        }

        if (entry.NextTest is not null && !TestChargeErrorView.Failures.Contains(entry.NextTest))
        {
            throw BadControlException.Bad($"\"nextTest\" must be null or one of {string.Join(", ", TestChargeErrorView.Failures)}.");
        }

        return (account, entry.NextTest);
    }

    private static string? Known(World world, string? account) =>
        account is null || world.Exists(account) ? account : throw BadControlException.NoAccount(account);

    private static IResult Clear(World world, FaultStore faults)
    {
        faults.Clear();
        foreach (var account in world.All().Where(account => account.NextTests.Count > 0))
        {
            world.Change(account.Number, null, (known, _) => known with { NextTests = [] });
        }

        return Results.NoContent();
    }

    private static IResult Show(World world, FaultStore faults) => Results.Json(
        new FaultList(
            [.. faults.All().Select(Entry)],
            [.. world.All().SelectMany(account => account.NextTests.Select(reason => new NextTestEntry(account.Number, reason)))]),
        ControlJson.Default.FaultList);

    private static FaultEntry Entry(Fault fault) => new(
        fault.Operation, fault.Account, Kinds.Single(kind => kind.Value == fault.Kind).Key, fault.Code, fault.Reasons, fault.Status,
        fault.Delay is { } delay ? XmlConvert.ToString(delay) : null, fault.Times);
}

using SmartFlexBot.KrakenSimulator.Accounts;


namespace SmartFlexBot.KrakenSimulator.Control;

/// <summary>Shows an account's tariffs, and ends a switch that is under way.</summary>
internal static class EnrolmentEndpoints
{
    public static void MapEnrolments(this IEndpointRouteBuilder control)
    {
        control.MapGet("/accounts/{number}/enrolment", (string number, World world) => Show(world, Find(world, number)));
        control.MapPost("/accounts/{number}/enrolment", ChangeAsync);
    }

    private static async Task<IResult> ChangeAsync(string number, HttpContext http, World world)
    {
        Find(world, number);
        var change = await ControlRequest.ReadAsync(http, ControlJson.Default.EnrolmentChange);
        if (change is { Event: null, Next: null })
        {
            throw BadControlException.Bad(
                "Send {\"event\":\"CANCELLED\"} for the switch that is under way, or {\"next\":\"CANCELLED\"} for those to come.");
        }

        Check("event", change.Event, EnrolmentEvents.Endings);
        Check("next", change.Next, [.. EnrolmentEvents.Endings, EnrolmentEvents.Completed]);
        return Show(world, world.Change(number, null, (account, now) =>
        {
            var planned = change.Next is null
                ? account
                : account with { SwitchEnding = change.Next == EnrolmentEvents.Completed ? null : change.Next };
            return change.Event is null ? planned : End(planned, change.Event, now);
        }));
    }

    private static Account End(Account account, string name, DateTimeOffset now)
    {
        var open = account.Enrolments.FirstOrDefault(enrolment => enrolment.IsOpen);
        var future = account.Agreements.FirstOrDefault(agreement => agreement.IsFutureAt(now));
        if (open is null && future is null)
        {
            throw new BadControlException(StatusCodes.Status404NotFound, $"No switch of {account.Number} is under way.");
        }

        var ended = open is null ? account : account.With(open.With(name, now));
        return future is null ? ended : ended.With(future with { WithdrawnAt = now });
    }

    private static void Check(string name, string? value, IReadOnlyList<string> values)
    {
        if (value is not null && !values.Contains(value))
        {
            throw BadControlException.Bad($"\"{name}\" must be one of {string.Join(", ", values)}.");
        }
    }

    private static Account Find(World world, string number) => world.Find(number) ?? throw BadControlException.NoAccount(number);

    private static IResult Show(World world, Account account)
    {
        var now = world.Now;
        return Results.Json(
            new TariffEntry(
                account.SwitchEnding ?? EnrolmentEvents.Completed,
                [.. account.Enrolments.Select(enrolment => new EnrolmentEntry(
                    enrolment.Id, enrolment.PropertyId, enrolment.ProductCode, enrolment.Last.Name, enrolment.Next))],
                [.. account.Agreements.Where(agreement => !agreement.IsWithdrawn(now)).Select(agreement => new AgreementEntry(
                    agreement.Id, agreement.PropertyId, agreement.ProductCode, agreement.From, agreement.IsInForceAt(now)))]),
            ControlJson.Default.TariffEntry);
    }
}

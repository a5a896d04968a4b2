using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Clock;
using SmartFlexBot.KrakenSimulator.Devices;


namespace SmartFlexBot.KrakenSimulator.Control;

/// <summary>The routes by which people and tests steer the simulated world.</summary>
internal static class ControlEndpoints
{
    private const int MostExtra = 10_000;

    public static void MapControl(this IEndpointRouteBuilder simulator)
    {
        var control = simulator.MapGroup("/control").AddEndpointFilter(async (context, next) =>
        {
            try
            {
                ControlAccess.Check(context.HttpContext);
                return await next(context);
            }
            catch (BadControlException bad)
            {
                return Results.Json(new Problem(bad.Message), ControlJson.Default.Problem, statusCode: bad.Status);
            }
        });
        control.MapGet("/accounts", (World world) => Results.Json(Entries(world.InOrder()), ControlJson.Default.IReadOnlyListAccountEntry));
        control.MapPost("/accounts", AddAccountsAsync);
        control.MapGet("/clock", (SimulatedClock clock) => Show(clock));
        control.MapPost("/clock", SetClockAsync);
        control.MapGet("/accounts/{number}/car", (string number, World world) => Show(Find(world, number)));
        control.MapPut("/accounts/{number}/car", SetCarAsync);
        control.MapPut("/accounts/{number}/asks", SetAsksAsync);
        control.MapPost("/accounts/{number}/reset", Reset);
        control.MapGet("/mutations", (World world) => Results.Json(new CountList(world.Counts()), ControlJson.Default.CountList));
        control.MapProviderApp();
        control.MapProducts();
        control.MapEnrolments();
        control.MapFaults();
        control.Map("/{**rest}", IResult (string? rest) =>
            throw new BadControlException(StatusCodes.Status404NotFound, $"There is no control route /{rest} with this method."));
    }

    private static async Task<IResult> AddAccountsAsync(HttpContext http, World world)
    {
        if (await ControlRequest.ReadAsync(http, ControlJson.Default.AccountsWanted) is not { Extra: > 0 and <= MostExtra } wanted)
        {
            throw BadControlException.Bad(
                $"Send {{\"extra\":100}}: how many customers there shall be besides the demo's, up to {MostExtra}.");
        }

        return Results.Json(Entries(world.WithExtra(wanted.Extra)), ControlJson.Default.IReadOnlyListAccountEntry);
    }

    private static IReadOnlyList<AccountEntry> Entries(IEnumerable<Account> accounts) => [.. accounts
        .Select(account => new AccountEntry(account.Number, account.FullName, account.Story, account.Language,
            [.. account.Homes.Select(home => new PropertyEntry(home.Id, home.Address))]))];

    private static async Task<IResult> SetClockAsync(HttpContext http, SimulatedClock clock)
    {
        var change = await ControlRequest.ReadAsync(http, ControlJson.Default.ClockChange);
        if (change is { Advance: null, Speed: null })
        {
            throw BadControlException.Bad("Send {\"advance\":\"PT7M\"}, {\"speed\":60}, or both.");
        }

        if (change.Speed is { } speed && (!double.IsFinite(speed) || speed is < 0 or > SimulatedClock.MaxSpeed))
        {
            throw BadControlException.Bad($"\"speed\" must be between 0 and {SimulatedClock.MaxSpeed} simulated seconds in a real one.");
        }

        var advance = change.Advance is null ? (TimeSpan?)null : ControlRequest.Duration("advance", change.Advance);
        if (advance is { } by)
        {
            clock.Advance(by);
        }

        if (change.Speed is { } next)
        {
            clock.SetSpeed(next);
        }

        return Show(clock);
    }

    private static async Task<IResult> SetCarAsync(string number, HttpContext http, World world)
    {
        Find(world, number);
        var change = await ControlRequest.ReadAsync(http, ControlJson.Default.CarChange);
        if (change.StateOfCharge is < 0 or > 100)
        {
            throw BadControlException.Bad("\"stateOfCharge\" must be a percentage between 0 and 100.");
        }

        if (change.ChargeLimit is < 1 or > 100)
        {
            throw BadControlException.Bad("\"chargeLimit\" must be a percentage between 1 and 100.");
        }

        return Show(world.Change(number, null, (account, now) => CarChanges.Apply(account, car => car with
        {
            PluggedIn = change.PluggedIn ?? car.PluggedIn,
            AtHome = change.AtHome ?? car.AtHome,
            StateOfCharge = change.StateOfCharge ?? car.StateOfCharge,
            Charging = change.Charging ?? car.Charging,
            ChargeLimit = change.ChargeLimit ?? car.ChargeLimit,
            VirtualKey = change.VirtualKey ?? car.VirtualKey,
        }, now)));
    }

    private static async Task<IResult> SetAsksAsync(string number, HttpContext http, World world)
    {
        Find(world, number);
        var asks = await ControlRequest.ReadAsync(http, ControlJson.Default.IReadOnlyListString);
        if (asks.Any(ask => !StepTypes.Asks.Contains(ask)))
        {
            throw BadControlException.Bad(
                $"Send a list of what the maker asks after the sign-in: {string.Join(", ", StepTypes.Asks)}, or none.");
        }

        world.Change(number, null, (account, _) => account with { Asks = asks });
        return Results.NoContent();
    }

    private static IResult Reset(string number, World world)
    {
        Find(world, number);
        world.Change(number, null, (_, now) => DemoCustomers.Of(number, now));
        return Results.NoContent();
    }

    private static Account Find(World world, string number) => world.Find(number) ?? throw BadControlException.NoAccount(number);

    private static IResult Show(SimulatedClock clock) =>
        Results.Json(new ClockEntry(clock.Now, clock.Speed), ControlJson.Default.ClockEntry);

    private static IResult Show(Account account)
    {
        var car = account.Car;
        return Results.Json(
            new CarEntry(car.PluggedIn, car.AtHome, car.StateOfCharge, car.Charging, car.ChargeLimit, car.VirtualKey),
            ControlJson.Default.CarEntry);
    }
}

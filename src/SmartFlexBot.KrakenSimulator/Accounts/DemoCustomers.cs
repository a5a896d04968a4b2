using System.Globalization;
using SmartFlexBot.KrakenSimulator.Clock;

namespace SmartFlexBot.KrakenSimulator.Accounts;

/// <summary>The demo customers as they are at first. All names and addresses are invented.</summary>
internal static class DemoCustomers
{
    public static IReadOnlyList<Account> All(DateTimeOffset now) =>
    [
        Customer("A-7E51A001", "Anna Weber", "en", "Tesla owner, new here: all goes well.", now, 1001)
            with { Garage = [Tesla("Model 3", 1)] },
        Customer("A-7E51A002", "Ben Carter", "en",
            "Tesla owner: the first test charge fails (the car cannot be reached), the next one works.", now, 1002)
            with { Garage = [Tesla("Model Y", 2)], NextTests = ["UNABLE_TO_COMMUNICATE"] },
        Customer("A-2B0C3003", "Carla Rossi", "it", "Tesla owner with two properties.", now, 1003, 1004)
            with { Garage = [Tesla("Model 3", 3)] },
        Live(Customer("A-11FE4004", "David Moreau", "fr", "Tesla Model Y, already LIVE.", now, 1005)
            with { Garage = [Tesla("Model Y", 4)] }, now),
        HalfWay(Customer("A-4A1F5005", "Elena Garcia", "es",
            "Half-way: signed in with Tesla; the virtual key and the test charge are still to do.", now, 1006)
            with { Garage = [Tesla("Model 3", 5)] }, now),
        Customer("A-0FF16006", "Finn Becker", "de", "Not eligible for smart charging.", now, 1007)
            with { IsEligible = false, DeviceTypes = [] },
        Customer("A-2CA27007", "Grace Hughes", "en", "Two cars in the Tesla account.", now, 1008)
            with { Garage = [Tesla("Model 3", 7), Tesla("Model Y", 8)] },
        Parked(Customer("A-F0118008", "Hugo Lefevre", "fr", "The Tesla is at its charge limit at first.", now, 1009)
            with { Garage = [Tesla("Model 3", 9)] }, car => car with { StateOfCharge = 80, ChargeLimit = 80 }),
        Customer("A-B7D09009", "Ines Romero", "es", "Drives a BYD, whose integration is not live yet.", now, 1010)
            with { Garage = [new("byd-0010", "LGXC0000000000010", "BYD", "Dolphin", 2024, "BYD Dolphin")] },
        Customer("A-D0E51010", "Jonas Vogel", "de",
            "May connect other kinds of device too: heat pump, inverter, battery, thermostat.", now, 1011)
            with
            {
                DeviceTypes = ["ELECTRIC_VEHICLES", "HEAT_PUMPS", "INVERTERS", "BATTERIES", "THERMOSTATS"],
                Garage = [Tesla("Model 3", 11)],
            },
        Parked(Customer("A-A3A1B011", "Karla Brandt", "de", "The Tesla is away from home and unplugged.", now, 1012)
            with { Garage = [Tesla("Model Y", 12)] }, car => car with { AtHome = false, PluggedIn = false }),
        Customer("A-DE1E0012", "Luca Bianchi", "it", "Tesla denies the first sign-in, whatever is pressed; the second works.", now, 1013)
            with { Garage = [Tesla("Model 3", 13)], SignInDenials = 1 },
        Customer("A-3F9C0013", "Marie Dubois", "fr", "Volkswagen through an aggregator: sign-in at Enode, then some waiting.", now, 1014)
            with { Garage = [new("vw-0014", "WVWZ0000000000014", "Volkswagen", "ID.3", 2023, "ID.3")] },
        Customer("A-04E30014", "Noah Clarke", "en", "Ohme charger: the charge point is connected instead of the car.", now, 1015)
            with { Garage = [Tesla("Model 3", 15)] },
        SignInPending(Customer("A-4A1F5015", "Olga Fischer", "de",
            "Half-way in the wizard: car and charge point are chosen, the Tesla sign-in is still to do.", now, 1016)
            with { Garage = [Tesla("Model 3", 16)] }, now),
        On("SMART-EV-26-10-01", Customer("A-7A21F016", "Petra Schulz", "de", "Tariffs: on the smart tariff already.", now, 1017)
            with { Garage = [Tesla("Model 3", 17)] }, now, days: 60),
        On("FIXED-12M-26-02-01",
            Customer("A-F1ED0017", "Quentin Marsh", "en", "Tariffs: a fixed price for months to come, with an exit fee.", now, 1018)
            with { Garage = [Tesla("Model Y", 18)] }, now, days: 90, months: 12),
        Customer("A-5E7E0018", "Rosa Conti", "it", "Tariffs: no smart meter, so that a switch waits for one.", now, 1019)
            with { Garage = [Tesla("Model 3", 19)], LacksSmartMeter = true },
        Customer("A-C4A6E019", "Sam Porter", "en",
            "Tariffs: for terms that change in between. PATCH /simulator/control/products/SMART-EV-26-10-01 after they were shown.",
            now, 1020)
            with { Garage = [Tesla("Model Y", 20)] },
        Customer("A-2EF05020", "Tomas Vidal", "es", "Tariffs: every switch is refused.", now, 1021)
            with { Garage = [Tesla("Model 3", 21)], SwitchEnding = EnrolmentEvents.UnableToProceed },
        Customer("A-CA9CE021", "Ulla Hansen", "en", "Tariffs: every switch is begun, and cancelled later.", now, 1022)
            with { Garage = [Tesla("Model Y", 22)], SwitchEnding = EnrolmentEvents.Cancelled },
    ];

    /// <summary>
    /// As many more like Anna as somebody wants, such as for a load test: each has a number, a home and a car of their own.
    /// </summary>
    public static Account Extra(int index, DateTimeOffset now)
    {
        var customer = Customer(
            $"{ExtraPrefix}{index:X6}", $"Customer {index}", "en", "Tesla owner, one of many: all goes well.", now, FirstExtraHome + index);
        return customer with { Garage = [Tesla("Model 3", FirstExtraHome + index)] };
    }

    /// <summary>A customer as at first.</summary>
    public static Account Of(string number, DateTimeOffset now) =>
        number.StartsWith(ExtraPrefix, StringComparison.Ordinal)
        && int.TryParse(number.AsSpan(ExtraPrefix.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var index)
            ? Extra(index, now)
            : All(now).Single(account => account.Number == number);

    private const string ExtraPrefix = "A-EE";
    private const int FirstExtraHome = 100_000;

    private static Account Customer(
        string number, string name, string language, string story, DateTimeOffset now, params int[] properties) => new()
        {
            Number = number,
            GivenName = name.Split(' ')[0],
            FamilyName = name.Split(' ')[1],
            Language = language,
            Story = story,
            Homes = [.. properties.Select(
            id => new Home(id, $"{id - 1000} Orchard Lane, Brightwater", $"BW{id - 1000} 1KR", $"20000000{id:00000}"))],
            Car = new(
                PluggedIn: true, AtHome: true, StateOfCharge: 55, ChargeLimit: 80, Charging: false, VirtualKey: false, ChangedAt: now),
            Agreements = [.. properties.Select(id => Since(now, 400, new(id * 100 + 1, id, "STANDARD-VAR-25-01-01", now, now)))],
        };

    private static Account On(string product, Account account, DateTimeOffset now, int days, int? months = null)
    {
        var agreement = Since(now, days, account.Agreements[0] with { ProductCode = product });
        return account with { Agreements = [months is { } term ? agreement with { To = agreement.From.AddMonths(term) } : agreement] };
    }

    private static Agreement Since(DateTimeOffset now, int days, Agreement agreement)
    {
        var from = LocalTime.StartOf(
            TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), DateOnly.FromDateTime(now.UtcDateTime.AddDays(-days)));
        return agreement with { From = from, InForceAt = from };
    }

    private static GarageCar Tesla(string model, int index) =>
        new($"tesla-{index:0000}", $"5YJ3{index:0000000000000}", "Tesla", model, 2023, $"{model} ({(index % 2 == 0 ? "white" : "blue")})");

    private static Account Parked(Account account, Func<Car, Car> change) => account with { Car = change(account.Car) };

    private static Account Live(Account account, DateTimeOffset now)
    {
        var begun = now - TimeSpan.FromDays(30);
        var device = TeslaOf(account, "Model Y", begun) with { Test = new(begun, begun + TimeSpan.FromMinutes(7), null) };
        return Parked(account.With(device), car => car with { VirtualKey = true });
    }

    private static Account HalfWay(Account account, DateTimeOffset now)
    {
        var begun = now - TimeSpan.FromHours(3);
        var device = TeslaOf(account, "Model 3", begun);
        var id = WizardId(account);
        WizardStep[] done =
        [
            .. Choices(id, begun),
            new($"{id}-6", StepTypes.AuthFlow, begun),
            new($"{id}-7", StepTypes.DeviceRegistration, begun),
        ];
        return account.With(device)
            .With(new OnboardingWizard(
                id, device.PropertyId, new($"{id}-8", StepTypes.TeslaSetupVirtualKey, begun), done, 8, DeviceId: device.Id));
    }

    private static Account SignInPending(Account account, DateTimeOffset now)
    {
        var begun = now - TimeSpan.FromHours(3);
        var id = WizardId(account);
        // The clock of the links is real time; at the first start both clocks agree.
        var signIn = SignIn.New("TESLA", now);
        var current = new WizardStep($"{id}-6", StepTypes.AuthFlow, begun, SignInState: signIn.State);
        return account.With(signIn).With(new OnboardingWizard(id, account.Homes[0].Id, current, Choices(id, begun), 6));
    }

    private static IReadOnlyList<WizardStep> Choices(string id, DateTimeOffset at) =>
    [
        new($"{id}-1", StepTypes.SelectDeviceType, at, "ELECTRIC_VEHICLES"),
        new($"{id}-2", StepTypes.SelectVehicleMake, at, "Tesla"),
        new($"{id}-3", StepTypes.SelectVehicleVariant, at, Model3LongRange),
        new($"{id}-4", StepTypes.SelectChargePointMake, at, WizardStep.None),
    ];

    private const string Model3LongRange = "1288";

    private static string WizardId(Account account) =>
        $"{account.Number[2..].ToLowerInvariant()}-0000-4000-8000-{account.Homes[0].Id:000000000000}";

    private static Device TeslaOf(Account account, string model, DateTimeOffset at) => new()
    {
        Id = $"{account.Number[2..].ToLowerInvariant()}-0000-4000-9000-{account.Homes[0].Id:000000000000}",
        PropertyId = account.Homes[0].Id,
        Form = DeviceForm.Vehicle,
        DeviceType = "ELECTRIC_VEHICLES",
        Provider = "TESLA",
        Make = "Tesla",
        Model = model,
        BatterySize = 75,
        IntegrationDeviceId = account.Garage[0].Id,
        RegisteredAt = at,
    };
}

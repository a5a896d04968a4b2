namespace SmartFlexBot.KrakenSimulator.Accounts;

/// <summary>A demo customer with everything that Kraken and the makers know of him or her: one document in the file.</summary>
internal sealed record Account
{
    public required string Number { get; init; }

    public required string GivenName { get; init; }

    public required string FamilyName { get; init; }

    /// <summary>Two letters.</summary>
    public required string Language { get; init; }

    /// <summary>What this customer is there to show, for people who pick one.</summary>
    public required string Story { get; init; }

    public required IReadOnlyList<Home> Homes { get; init; }

    public bool IsEligible { get; init; } = true;

    /// <summary>KrakenFlexDeviceTypes values.</summary>
    public IReadOnlyList<string> DeviceTypes { get; init; } = ["ELECTRIC_VEHICLES"];

    public required Car Car { get; init; }

    /// <summary>The cars in the customer's accounts with their makers.</summary>
    public IReadOnlyList<GarageCar> Garage { get; init; } = [];

    public IReadOnlyList<Device> Devices { get; init; } = [];

    public IReadOnlyList<OnboardingWizard> Wizards { get; init; } = [];

    public IReadOnlyList<SignIn> SignIns { get; init; } = [];

    /// <summary>TestDispatchAssessmentFailureReason values that the next test charges fail with.</summary>
    public IReadOnlyList<string> NextTests { get; init; } = [];

    /// <summary>Step types that come after each sign-in: the maker asks for more.</summary>
    public IReadOnlyList<string> Asks { get => field ?? []; init; } = [];

    /// <summary>How many sign-ins the maker still denies, whatever the customer presses.</summary>
    public int SignInDenials { get; init; }

    // Files from before there were tariffs lack these, and the serializer does not keep initial values.
    public IReadOnlyList<Agreement> Agreements { get => field ?? []; init; } = [];

    public IReadOnlyList<Enrolment> Enrolments { get => field ?? []; init; } = [];

    public IReadOnlyList<Quote> Quotes { get => field ?? []; init; } = [];

    /// <summary>Then a switch waits for its installation.</summary>
    public bool LacksSmartMeter { get; init; }

    /// <summary>How every switch of tariff ends, see <see cref="EnrolmentEvents.Endings"/>; null when all is well.</summary>
    public string? SwitchEnding { get; init; }

    /// <summary>Stands for the customer in the link to the Tesla app.</summary>
    public string KeyToken => $"car-{Number[2..].ToLowerInvariant()}";

    public string FullName => $"{GivenName} {FamilyName}";

    public string Email => $"{GivenName}.{FamilyName}@example.com".ToLowerInvariant();

    public Account With(Device device) => this with { Devices = [.. Devices.Where(other => other.Id != device.Id), device] };

    public Account With(OnboardingWizard wizard) => this with { Wizards = [.. Wizards.Where(other => other.Id != wizard.Id), wizard] };

    public Account With(Enrolment enrolment) =>
        this with { Enrolments = [.. Enrolments.Where(other => other.Id != enrolment.Id), enrolment] };

    public Account With(SignIn signIn) => this with { SignIns = [.. SignIns.Where(other => other.State != signIn.State), signIn] };
}

/// <param name="Id">Kraken has it as Int in some calls and as ID in others.</param>
internal sealed record Home(int Id, string Address, string Postcode, string Mpan);

/// <summary>The car in the driveway, or wherever it is. People steer it; it never changes by itself.</summary>
/// <param name="StateOfCharge">Percent.</param>
/// <param name="ChargeLimit">Percent, set in the car.</param>
/// <param name="Charging">It charges for a reason of its own.</param>
/// <param name="VirtualKey">Whether the supplier's key is in the car (Tesla).</param>
/// <param name="ChangedAt">Simulated time of the last change.</param>
internal sealed record Car(
    bool PluggedIn, bool AtHome, decimal StateOfCharge, int ChargeLimit, bool Charging, bool VirtualKey, DateTimeOffset ChangedAt)
{
    public bool IsAtLimit => StateOfCharge >= ChargeLimit;

    public bool IsReady => PluggedIn && AtHome && !Charging && !IsAtLimit;
}

/// <summary>A car in the customer's account with its maker.</summary>
internal sealed record GarageCar(string Id, string Vin, string Make, string Model, int Year, string DisplayName);

using System.Globalization;
using System.Text.Json.Serialization;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Markets;

/// <summary>How a market switches tariffs, and its rules. Absent where smart charging is an add-on to any tariff.</summary>
public sealed record TariffSettings
{
    /// <summary>Which implementation does it.</summary>
    public required TariffWay Way { get; init; }

    public required TariffOrder Order { get; init; }

    /// <summary>Kraken finishes the switch when the test charge has worked.</summary>
    public bool WaitsForTestCharge { get; init; }

    /// <summary>
    /// False: the customer may go on with the tariff they have. A file has to say it: an initial value would not outlive reading it.
    /// </summary>
    [JsonRequired]
    public bool IsRequired { get; init; } = true;

    /// <summary>The first product that names the kind of device is the one offered.</summary>
    public required IReadOnlyList<TariffProduct> Products { get; init; }

    /// <summary>How the quote is asked for; for <see cref="TariffWay.Quote"/> alone.</summary>
    public QuoteSettings? Quote { get; init; }

    /// <summary>
    /// Base of the public REST of products, such as https://api.octopus.energy/v1/; for <see cref="TariffWay.Enrolment"/>. Null: beside
    /// Kraken:Endpoint.
    /// </summary>
    public Uri? ProductsAddress { get; init; }

    /// <summary>Days to connect the device after a switch that came first, and when to remind.</summary>
    public TariffRule? DeadlineDays { get; init; }

    /// <summary>Days before the deadline on which the customer is reminded.</summary>
    public IReadOnlyList<int> RemindDaysBefore { get => field ?? []; init; } = [];

    /// <summary>True: a smart meter with half-hourly readings is needed. False: it is not. Null: nothing is said of it.</summary>
    public TariffRule? SmartMeter { get; init; }

    public bool NeedsHalfHourlyReadings => SmartMeter is { Value: "true" };

    /// <summary>For so many days one cannot come back after leaving.</summary>
    public TariffRule? LockOutDays { get; init; }

    public TariffRule? CoolingOffDays { get; init; }

    /// <summary>Hours of cheap smart charging a day.</summary>
    public TariffRule? CapHours { get; init; }

    /// <summary>What charging beyond the cap costs: a text key of what is said of it.</summary>
    public TariffRule? BeyondCap { get; init; }

    /// <summary>What driving uses, for estimates; null: they ask for the bill alone.</summary>
    public DrivingSettings? Driving { get; init; }

    /// <summary>How the customer pays: a text key.</summary>
    public TariffRule? Payment { get; init; }

    /// <summary>What becomes of export payments: a text key.</summary>
    public TariffRule? Export { get; init; }

    /// <summary>What smart charging earns: a text key.</summary>
    public TariffRule? Reward { get; init; }
}

/// <param name="Unit">What customers count distances in.</param>
/// <param name="KilowattHoursPerHundred">What a car uses for 100 of them, charged at home: a whole number.</param>
public sealed record DrivingSettings(DistanceUnit Unit, TariffRule KilowattHoursPerHundred);

public enum DistanceUnit
{
    Mile,
    Kilometre,
}

public enum TariffWay
{
    /// <summary>GB: startOnboardingProcess, acceptTermsAndConditions, productEnrolments.</summary>
    Enrolment,

    /// <summary>Core Kraken: a quote, availableProductSwitchDates, initiateProductSwitch.</summary>
    Quote,
}

public enum TariffOrder
{
    BeforeDevice,
    AfterDevice,
}

/// <param name="DeviceKinds">Empty: for every kind.</param>
public sealed record TariffProduct(string Code, IReadOnlyList<DeviceKind> DeviceKinds);

/// <param name="Document">A GraphQL file beside the market's settings, whose aliases map the tenant's names to ours.</param>
/// <param name="IsAssumed">The operation is in no schema we have seen.</param>
/// <param name="Currency">ISO 4217, where the quote itself names none.</param>
public sealed record QuoteSettings(string Document, bool IsAssumed, string? Currency = null);

/// <summary>A market rule with its source: what stands on a card must say where it comes from.</summary>
/// <param name="Value">A number, "true", "false", or a text key.</param>
/// <param name="Source">A page or document; "example" when it is made up.</param>
/// <param name="Date">When the source was read.</param>
public sealed record TariffRule(string Value, string Source, DateOnly Date)
{
    /// <summary>The value as a number; checked when the settings are read.</summary>
    public int Number => int.Parse(Value, CultureInfo.InvariantCulture);

    public FigureOrigin Origin =>
        new(OriginKind.MarketRule, Source, new DateTimeOffset(Date, TimeOnly.MinValue, TimeSpan.Zero), Source == "example");
}

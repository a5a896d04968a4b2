using System.Text.Json.Serialization;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Markets;

/// <summary>
/// What differs from supplier to supplier: rules, times, contact ways. Read from markets/*.json at start; never in code.
/// </summary>
public sealed record MarketSettings
{
    /// <summary>Names the market, such as "demo" or "gb".</summary>
    public required string Name { get; init; }

    /// <summary>The supplier's name, as customers know it.</summary>
    public required string Supplier { get; init; }

    /// <summary>The supplier's colours and logo; null: as shipped.</summary>
    public BrandSettings? Brand { get; init; }

    /// <summary>Languages offered, the default first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>IANA name; what times are shown in.</summary>
    public required string TimeZone { get; init; }

    [JsonIgnore]
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>Makes of cars for which the charge point is the better device (source in the settings file).</summary>
    public IReadOnlyList<string> ChargePointFirstMakes { get => field ?? []; init; } = [];

    /// <summary>How customers are addressed, where a language has both forms and the texts for them.</summary>
    public AddressForm AddressForm { get; init; }

    /// <summary>A car and a charger that customers of this market know, as examples of what can be typed.</summary>
    public required ExampleDevices Examples { get; init; }

    /// <summary>About how many minutes the whole set-up takes, as customers are told at the beginning.</summary>
    public required int SetupMinutes { get; init; }

    /// <summary>Where the supplier tells what becomes of personal data: linked where permission is asked for.</summary>
    public required Uri PrivacyNotice { get; init; }

    /// <summary>Names the wording of both consents; stored with each consent.</summary>
    public required string ConsentWording { get; init; }

    public required TestChargeSettings TestCharge { get; init; }

    public required SilenceSettings Silence { get; init; }

    /// <summary>How tariffs are switched; null where smart charging goes with any tariff.</summary>
    public TariffSettings? Tariff { get; init; }

    /// <summary>How people take over chats; null where there is no desk.</summary>
    public DeskSettings? Desk { get; init; }

    /// <summary>
    /// Providers without a sign-in page, by Kraken's name without a version ("JEDLIX"), to the page where their app is found; and makes
    /// ("Dacia"), for Kraken's own wizard, which does not name the provider.
    /// </summary>
    public IReadOnlyDictionary<string, Uri> ProviderApps { get => field ?? new Dictionary<string, Uri>(); init; } =
        new Dictionary<string, Uri>();

    /// <param name="name">Of a provider, or of a make.</param>
    /// <returns>Null where the market names no such app.</returns>
    public Uri? AppOf(string? name) =>
        ProviderApps.FirstOrDefault(app => app.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>How a customer reaches a person.</summary>
    public required IReadOnlyList<ContactWay> Contact { get; init; }

    /// <summary>Whom to call when something is dangerous: told before everything else.</summary>
    public required EmergencyNumbers Emergency { get; init; }

    /// <summary>Where kinds of device that this bot cannot register are connected: the supplier's own way.</summary>
    public required Uri OtherDevicesPage { get; init; }

    /// <summary>Where a customer signs in to the supplier when the chat does not know the account.</summary>
    public required Uri SignInPage { get; init; }
}

/// <param name="Minutes">About how long a test charge takes (the guide says about 7).</param>
/// <param name="ProgressMinutes">When the customer is told that it still goes on.</param>
/// <param name="TriesBeforePerson">After so many failures with the same reason another way or a person is offered.</param>
public sealed record TestChargeSettings(int Minutes, IReadOnlyList<int> ProgressMinutes, int TriesBeforePerson);

/// <param name="NudgeAfterHours">After so many hours without a word, one reminder.</param>
/// <param name="EndAfterDays">After so many days the bot stops asking; the facts stay.</param>
public sealed record SilenceSettings(int NudgeAfterHours, int EndAfterDays);

/// <summary>Sie or du, usted or tú, vous or tu, Lei or tu. English has one form.</summary>
public enum AddressForm
{
    Formal,

    /// <summary>From cards/text/{language}.informal.json; a language without that file is spoken formally.</summary>
    Informal,
}

/// <param name="Car">Make and model, such as "Tesla Model Y".</param>
/// <param name="Charger">Make and model, such as "Ohme Home Pro".</param>
public sealed record ExampleDevices(string Car, string Charger);

/// <param name="General">Ambulance and fire brigade, such as 112.</param>
/// <param name="Gas">For who smells gas: the country's own line, else the general number.</param>
/// <param name="Power">The one number for power cuts, such as 105 in Great Britain; null where each network operator has its own.</param>
public sealed record EmergencyNumbers(string General, string Gas, string? Power = null);

/// <param name="Kind">phone, email, web or form.</param>
/// <param name="Value">A number, an address or a link.</param>
/// <param name="HoursKey">Text key of the opening hours, or null.</param>
public sealed record ContactWay(string Kind, string Value, string? HoursKey = null);

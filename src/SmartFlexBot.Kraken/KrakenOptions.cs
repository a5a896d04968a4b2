namespace SmartFlexBot.Kraken;

/// <summary>Which generation of Kraken's onboarding calls the tenant offers (kraken-api: V1 and V2).</summary>
public enum OnboardingApi
{
    /// <summary>electricVehicles, providerAuthDetails, deviceRegistration, triggerTestCharge.</summary>
    Classic,

    /// <summary>startSmartFlexOnboarding and its server-driven steps.</summary>
    Wizard,
}

/// <summary>
/// How a test charge begins in the wizard. Undocumented since startTestCharge lost its future: the tenant has to be asked.
/// </summary>
public enum TestChargeStart
{
    /// <summary>By itself, as soon as the device is ready: nothing is called. After a failed test, by triggerTestCharge.</summary>
    Automatic,

    /// <summary>By triggerTestCharge for the account.</summary>
    TriggerTestCharge,

    /// <summary>By startTestChargeForSmartFlexOnboarding, on tenants that still have it.</summary>
    StartTestCharge,
}

/// <summary>Kraken's ClientType, under its own names: which redirect address providerAuthDetails puts into the sign-in.</summary>
public enum ClientType
{
    APP,
    WEB,
}

/// <summary>How the token stands in the Authorization header.</summary>
public enum AuthorizationForm
{
    /// <summary>The token alone, as the GB guide shows it.</summary>
    Bare,

    /// <summary>"JWT " and the token, as some tenants want it.</summary>
    Jwt,
}

/// <summary>The tenant's Kraken: settings under <c>Kraken</c>.</summary>
public sealed class KrakenOptions
{
    public const string Section = "Kraken";

    /// <summary>The GraphQL address. https, or http on this machine.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The organisation's secret key for obtainKrakenToken. Exactly one of this and <see cref="ApiKey"/>.</summary>
    public string? OrganizationSecretKey { get; set; }

    /// <summary>An API key for obtainKrakenToken.</summary>
    public string? ApiKey { get; set; }

    public AuthorizationForm Authorization { get; set; } = AuthorizationForm.Bare;

    /// <summary>Required.</summary>
    public OnboardingApi? OnboardingApi { get; set; }

    public TestChargeStart TestChargeStart { get; set; } = TestChargeStart.Automatic;

    /// <summary>
    /// How long all reads of a turn may take together, retries included; outside a turn, how long one may. It ends well before
    /// Conversations:TurnTimeout, so that the turn can say that Kraken does not answer.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a mutation may take. No turn waits for it, and giving up early makes its outcome unknown.</summary>
    public TimeSpan MutationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a failed read is tried again, within <see cref="Timeout"/>.</summary>
    public int ReadRetries { get; set; } = 2;

    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>A token is renewed this long before it expires.</summary>
    public TimeSpan TokenRenewalMargin { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Classic: our public /auth/return, for sign-in addresses that do not name where they return to.</summary>
    public string? RedirectUri { get; set; }

    public ClientType ClientType { get; set; } = ClientType.WEB;

    /// <summary>Classic: after this time an unused sign-in address is asked for anew.</summary>
    public TimeSpan SignInAddressLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Classic: the provider for each charge point make, such as "myenergi": "MYENERGI". chargePointVariants does not tell it.
    /// </summary>
    public Dictionary<string, string> ChargePointProviders { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long makes and models are kept before they are read again.</summary>
    public TimeSpan CatalogueCacheDuration { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long it is remembered which types and fields the tenant has.</summary>
    public TimeSpan SchemaCacheDuration { get; set; } = TimeSpan.FromHours(12);

    /// <summary>The tenant's allowance of points in an hour (GB: 100,000 for an organisation, 50,000 for an account user).</summary>
    public int PointsPerHour { get; set; } = 100_000;

    /// <summary>The part of them that the turns of one customer may use.</summary>
    public double CustomerShare { get; set; } = 0.05;

    /// <summary>What one read in a turn is reckoned to cost of them.</summary>
    public int ReadPoints { get; set; } = 10;

    /// <summary>The tenant's limit of complexity for one request (200 in GB).</summary>
    public int ComplexityLimit { get; set; } = 200;

    /// <summary>What one watched onboarding is reckoned to cost of it.</summary>
    public int WatchComplexity { get; set; } = 10;
}
